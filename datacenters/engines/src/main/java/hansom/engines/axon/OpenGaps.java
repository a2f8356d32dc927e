package hansom.engines.axon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * Places of the store's order that a reader found empty, and since when (real time): a transaction that is under way
 * may still fill them. Whatever is empty for longer than any transaction may live will stay empty, and is forgotten.
 */
final class OpenGaps {

    private static final int MANY = 10_000;

    private final Duration patience;
    private final InstantSource realTime;
    private final Map<Long, Instant> foundAt = new ConcurrentHashMap<>();

    OpenGaps(Duration patience, InstantSource realTime) {
        this.patience = patience;
        this.realTime = realTime;
    }

    /**
     * The token without those gaps at its beginning that have been known for long enough. It ends just before the
     * first that is left: Axon passes over the place itself at which a token was truncated when it compares two, and a
     * reader who waits for an event there would then be led on by one who knows nothing of it.
     */
    GapAwareTrackingToken forget(GapAwareTrackingToken token) {
        if (token.getGaps().isEmpty()) return token;
        var now = realTime.instant();
        var old = now.minus(patience);
        if (foundAt.size() > MANY) foundAt.values().removeIf(old::isAfter);
        for (long gap : token.getGaps())
            if (foundAt.computeIfAbsent(gap, _ -> now).isAfter(old)) return token.withGapsTruncatedAt(gap - 1);
        return token.withGapsTruncatedAt(token.getIndex());
    }
}
