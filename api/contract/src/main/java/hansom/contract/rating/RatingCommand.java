package hansom.contract.rating;

import hansom.contract.SagaOnly;
import hansom.contract.driver.DriverId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a ride's rating. */
public sealed interface RatingCommand {
    @TargetAggregateIdentifier
    RatingId ratingId();

    @SagaOnly
    record OpenRating(RatingId ratingId, RiderId riderId, DriverId driverId, Instant until) implements RatingCommand {}

    record RateDriver(RatingId ratingId, RiderId riderId, Opinion opinion) implements RatingCommand {}

    record RateRider(RatingId ratingId, DriverId driverId, Opinion opinion) implements RatingCommand {}

    /** The time is over: whatever was given is shown, nothing more is taken. */
    @SagaOnly
    record CloseRating(RatingId ratingId) implements RatingCommand {}
}
