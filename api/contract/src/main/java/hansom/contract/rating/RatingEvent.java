package hansom.contract.rating;

import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of a ride's rating; opinions are blind until revealed. */
public sealed interface RatingEvent {
    RatingId ratingId();

    default OrderId orderId() {
        return ratingId().order();
    }

    @Revision("1")
    record RatingOpened(RatingId ratingId, RiderId riderId, DriverId driverId, Instant until) implements RatingEvent {}

    @Revision("1")
    record DriverRated(RatingId ratingId, RiderId riderId, DriverId driverId, Opinion opinion, Instant at)
            implements RatingEvent {}

    @Revision("1")
    record RiderRated(RatingId ratingId, RiderId riderId, DriverId driverId, Opinion opinion, Instant at)
            implements RatingEvent {}

    /** Both have spoken, or the time is over; from now on each sees what the other said, and it counts. */
    @Revision("1")
    record RatingRevealed(
            RatingId ratingId,
            RiderId riderId,
            DriverId driverId,
            @Nullable Opinion ofDriver,
            @Nullable Opinion ofRider,
            Instant at)
            implements RatingEvent {}
}
