package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.id.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The names under which a region's positions lie in Redis. Last states and the geo index are kept by the hour, so that whoever went home
 * expires with his hour and nobody has to be swept out.
 */
record Keys(Region region) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** How long an hour's states are kept after they were last written. */
    static final Duration KEPT = Duration.ofHours(2);

    /** How long the points of a trip are kept: a track that could not be made at once is made within the day. */
    static final Duration TRACK_KEPT = Duration.ofDays(2);

    String channel() {
        return name("live");
    }

    /** A hash of driver → {@link Fix#line()}. */
    String last(Instant now) {
        return name("last:" + hour(now));
    }

    /** The hashes that hold everybody who was heard within the last hour. */
    List<String> recent(Instant now) {
        return List.of(last(now.minus(HOUR)), last(now));
    }

    /** Drivers as members of a geo index. */
    String index(Instant now) {
        return name("index:" + hour(now));
    }

    /** A stream of what a driver's phone sent while he had an order. */
    String track(DriverId driver) {
        return name("track:" + driver);
    }

    private static long hour(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), HOUR.toSeconds());
    }

    private String name(String rest) {
        return "positions:" + region.name().toLowerCase(Locale.ROOT) + ":" + rest;
    }
}
