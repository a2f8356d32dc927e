package hansom.contract.fare;

import hansom.contract.geo.Point;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked about prices. */
public sealed interface FareQuery {

    /**
     * What a ride would cost in every class (or only in those given, when not empty). For a change of route, {@code orderId} is that of the
     * running order. Answered with {@link Quotes}; refused no_product_here, same_start_and_end, and as PlanRoute is.
     */
    record QuoteRide(
            OrderId orderId,
            RiderId riderId,
            RiderClass riderClass,
            List<Waypoint> waypoints,
            Set<Wish> wishes,
            Set<ProductClass> classes,
            @Nullable Instant pickupAt,
            String language)
            implements FareQuery {
        public QuoteRide {
            waypoints = List.copyOf(waypoints);
            wishes = Set.copyOf(wishes);
            classes = Set.copyOf(classes);
        }
    }

    /** The classes offered around a point with their price lists; answered with {@link Products}. */
    record ListProducts(Point around) implements FareQuery {}

    /**
     * What a rider would pay who cancelled now, given when a driver took the order and when he stood at the pick-up (null: not yet);
     * answered with {@link Fare}, of nothing while cancelling is free.
     */
    record PriceCancelling(
            Quote quote,
            @Nullable Instant acceptedAt,
            @Nullable Instant arrivedAt) implements FareQuery {}
}
