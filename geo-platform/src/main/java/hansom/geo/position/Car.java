package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.geo.road.Start;
import java.time.Instant;

/** A driver on shift whose position is known: where, heard when, and how far from the point that was asked about. */
public record Car(OpenShift shift, Start start, Instant heard, long metres) {
    public Point point() {
        return start.point();
    }

    public DriverId driverId() {
        return shift.driverId();
    }
}
