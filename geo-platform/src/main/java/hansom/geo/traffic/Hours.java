package hansom.geo.traffic;

import java.time.Instant;

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

    static int ofWeek(int hour) {
        return Math.floorMod(hour + BEFORE_1970, OF_WEEK);
    }
}
