package hansom.contract.feed;

import hansom.contract.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person (rider's or driver's id) is told: {@code seq} counts from 1 without gaps for that person; {@code version} is that of
 * what changed.
 */
public record FeedItem(
        String person,
        long seq,
        String id,
        FeedNews news,
        @Nullable OrderId orderId,
        long version,
        Instant at) {
    /** The Redis channel on which a person's id is published when something was added to that person's feed. */
    public static final String WAKE_CHANNEL = "hansom:feed";
}
