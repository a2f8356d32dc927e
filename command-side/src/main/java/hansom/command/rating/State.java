package hansom.command.rating;

import hansom.command.refusal.RefusedException;
import hansom.contract.driver.DriverId;
import hansom.contract.rating.Opinion;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a ride can be rated, and what was said so far. */
sealed interface State {
    record Unopened() implements State {}

    record Open(Ride rated) implements State {}

    record Revealed(Ride rated) implements State {}

    /** Who rode with whom, and what each said of the other. */
    record Ride(
            RiderId riderId,
            DriverId driverId,
            Instant until,
            @Nullable Opinion ofDriver,
            @Nullable Opinion ofRider) {
        Ride withDriver(Opinion opinion) {
            return new Ride(riderId, driverId, until, opinion, ofRider);
        }

        Ride withRider(Opinion opinion) {
            return new Ride(riderId, driverId, until, ofDriver, opinion);
        }
    }

    /** The ride; refused when it was never opened for rating. */
    default Ride ride() {
        return switch (this) {
            case Unopened _ -> throw new RefusedException(RefusalCode.RATING_NOT_OPEN);
            case Open open -> open.rated();
            case Revealed revealed -> revealed.rated();
        };
    }
}
