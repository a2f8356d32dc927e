package hansom.geo.traffic;

import java.time.Instant;
import java.util.function.IntToDoubleFunction;

/** Hours as they are counted here: since 1970, and in the week from Monday, both UTC. */
final class Hours {
    static final int OF_WEEK = 168;
    private static final int SECONDS = 3_600;
    /** 1970 began on a Thursday. */
    private static final int BEFORE_1970 = 72;

    private Hours() {}

    static int of(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** What is said of an hour holds in its middle; between two middles it changes evenly. */
    static double evenly(Instant at, IntToDoubleFunction ofHour) {
        long fromMiddle = at.getEpochSecond() - SECONDS / 2;
        int hour = (int) Math.floorDiv(fromMiddle, SECONDS);
        double share = (double) Math.floorMod(fromMiddle, SECONDS) / SECONDS;
        return (1 - share) * ofHour.applyAsDouble(hour) + share * ofHour.applyAsDouble(hour + 1);
    }

    static int ofWeek(int hour) {
        return Math.floorMod(hour + BEFORE_1970, OF_WEEK);
    }
}
