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

    /** The token without those gaps at its beginning that have been known for long enough. */
    GapAwareTrackingToken forget(GapAwareTrackingToken token) {
        if (token.getGaps().isEmpty()) return token;
        var now = realTime.instant();
        var old = now.minus(patience);
        if (foundAt.size() > MANY) foundAt.values().removeIf(old::isAfter);
        for (long gap : token.getGaps())
            if (foundAt.computeIfAbsent(gap, _ -> now).isAfter(old)) return token.withGapsTruncatedAt(gap);
        return token.withGapsTruncatedAt(token.getIndex());
    }
}
