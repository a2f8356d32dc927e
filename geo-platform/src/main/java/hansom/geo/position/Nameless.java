package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.engines.keys.KeyedHash;
import java.time.Clock;

/** How strangers see a car: by a tag that changes, about where it is. */
final class Nameless {
    private static final long TAG_SECONDS = 15 * 60;
    private static final int TAG_LENGTH = 12;

    /** About a hundred metres: enough to show that cars are near, too coarse to find one. */
    private static final double COARSE = 1_000;

    private final KeyedHash tags;
    private final Clock realTime;

    Nameless(KeyedHash tags, Clock realTime) {
        this.tags = tags;
        this.realTime = realTime;
    }

    String tag(DriverId driver) {
        return tags.of(driver + " " + quarter(driver)).substring(0, TAG_LENGTH);
    }

    /** Tags do not all change at once, or a watcher of that moment would pair the old with the new. */
    private long quarter(DriverId driver) {
        long offset = Math.floorMod(driver.value().hashCode(), TAG_SECONDS);
        return (realTime.instant().getEpochSecond() + offset) / TAG_SECONDS;
    }

    Point about(Point exact) {
        return new Point(Math.round(exact.lat() * COARSE) / COARSE, Math.round(exact.lng() * COARSE) / COARSE);
    }
}
