package hansom.contract.shift;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Waypoint;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Distance;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver is told of an order before taking it: where, how far to the pick-up and to drive, what the rider pays and what of it is the
 * driver's ({@code pay}), and whether in cash.
 */
public record OfferTerms(
        ProductClass productClass,
        List<Waypoint> waypoints,
        Set<Wish> wishes,
        Distance pickupDistance,
        Duration pickupTime,
        Distance tripDistance,
        Duration tripTime,
        Money fare,
        Money pay,
        boolean cash,
        @Nullable Instant pickupAt) {
    public OfferTerms {
        waypoints = List.copyOf(waypoints);
        wishes = Set.copyOf(wishes);
    }
}
