package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the other packages of the map may ask of its roads, closures of this moment avoided. Safe from every thread, nothing waits for a disk. */
public interface Roads {
    /** The same roads as they are at this moment and stay, for what is answered together. */
    Roads now();

    /** Which roads these are: the hash of their map and, after an @, the version of the traffic on it. */
    String name();

    /** The nearest place on a road that this vehicle may use and get away from; empty when none is near. */
    Optional<Snap> snap(Point point, VehicleType vehicle);

    /** The fastest way as of now, begun now; see below. */
    default Optional<Travel> between(Start from, Point to, VehicleType vehicle) {
        return between(from, to, vehicle, Duration.ZERO);
    }

    /**
     * The fastest way as of now, and how long it takes who begins it so much later, while the traffic becomes what is usual; empty when a point
     * has no road near it or no way leads between them.
     */
    Optional<Travel> between(Start from, Point to, VehicleType vehicle, Duration later);

    /**
     * How long it takes each of many to one, in the order of {@code froms}; empty as above. One search for all of them, and no road is
     * looked for where a start is known.
     */
    List<Optional<Duration>> times(Point target, List<Start> froms, VehicleType vehicle);
}
