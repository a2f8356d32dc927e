package hansom.edge.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every frame to an app looks like. {@code seq} counts a person's feed and is null for what is not part of it (positions, arrival
 * times, heartbeats, answers); {@code version} is that of the resource in {@code data}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
        @Nullable String id,
        @Nullable Long seq,
        String type,
        Instant ts,
        @Nullable String orderId,
        @Nullable Long version,
        @Nullable Object data) {

    /** A frame outside the feed: may be dropped, is not repeated on resume. */
    static Envelope aside(String type, Instant now, @Nullable String orderId, @Nullable Object data) {
        return new Envelope(null, null, type, now, orderId, null, data);
    }
}
