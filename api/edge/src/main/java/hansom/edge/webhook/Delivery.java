package hansom.edge.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to post a notice: the answer's status, or why there was none. */
record Delivery(
        long seq,
        int attempt,
        Instant at,
        @Nullable Integer status,
        @Nullable String error,
        boolean taken) {}
