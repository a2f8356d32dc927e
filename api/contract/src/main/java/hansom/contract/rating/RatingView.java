package hansom.contract.rating;

import hansom.contract.driver.DriverId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ride's rating; the edge shows each side only its own opinion until {@code revealed}. */
public record RatingView(
        RatingId ratingId,
        RiderId riderId,
        DriverId driverId,
        Instant until,
        @Nullable Opinion ofDriver,
        @Nullable Opinion ofRider,
        boolean revealed,
        long version) {}
