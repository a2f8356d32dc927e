package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import java.time.Instant;

/** A driver on shift whose position is known: where, heard when, and how far from the point that was asked about. */
public record Car(OpenShift shift, Point point, Instant heard, long metres) {
    public DriverId driverId() {
        return shift.driverId();
    }
}
