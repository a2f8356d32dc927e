package hansom.geo.track;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import java.time.Instant;
import java.util.List;

/** Where the positions of a trip come from: everything a driver's phone reported between two instants. */
public interface TripPoints {
    /** All positions from {@code from} to {@code to}, both included, by their time; empty when nothing is known. */
    List<DriverPosition> between(DriverId driver, Instant from, Instant to);
}
