package hansom.command.order;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the driver who has the order told a wrong boarding code. After each fifth no code is listened to for a while, so that ten
 * thousand cannot be tried while a rider stands at the kerb.
 */
record Misses(int count, Instant last) {
    static final Misses NONE = new Misses(0, Instant.EPOCH);
    private static final int IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofMinutes(3);

    /** Until when no code is listened to; in the past when one is. */
    Instant pausedUntil() {
        return count > 0 && count % IN_A_ROW == 0 ? last.plus(PAUSE) : Instant.EPOCH;
    }

    boolean pausedAt(Instant now) {
        return now.isBefore(pausedUntil());
    }

    /** How many wrong ones may still be told before the next pause. */
    int left() {
        return IN_A_ROW - count % IN_A_ROW;
    }
}
