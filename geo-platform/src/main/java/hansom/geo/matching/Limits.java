package hansom.geo.matching;

import java.time.Duration;

/** How far matching looks. */
final class Limits {
    /**
     * Drivers within this circle get a reason when they are not offered an order. At 45 km/h, fast for a city, nobody from outside it
     * could be at the pick-up within {@link #LONGEST_PICKUP}.
     */
    static final long RANGE_METRES = 15_000;

    /** Riders rarely wait longer than this before they cancel, and a driver would go farther to the rider than with him. */
    static final Duration LONGEST_PICKUP = Duration.ofMinutes(20);

    /**
     * How many of the nearest by air are asked by road at a time. In trials on cities of a thousand and more drivers the twenty nearest
     * always held the one nearest by road; when all of them are taken, the next twenty are asked.
     */
    static final int SHORT_LIST = 20;

    private Limits() {}
}
