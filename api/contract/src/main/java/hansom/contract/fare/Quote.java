package hansom.contract.fare;

import hansom.contract.geo.Route;
import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fare promised to one rider for one order until a time, with all that it was made of: first waypoint the pick-up, last the drop-off,
 * stops between. {@code most} is the highest final fare without the rider's consent, waiting included up to its cap. {@code seal} signs
 * all the rest (HMAC-SHA-256, base64url); it is empty only before sealing.
 */
public record Quote(
        OrderId orderId,
        RiderId riderId,
        RiderClass riderClass,
        ProductClass productClass,
        List<Waypoint> waypoints,
        Set<Wish> wishes,
        @Nullable Instant pickupAt,
        Route route,
        Fare fare,
        Money most,
        Surge surge,
        Tariff tariff,
        @Nullable Duration pickupTime,
        Instant givenAt,
        Instant validUntil,
        String seal) {
    public Quote {
        waypoints = List.copyOf(waypoints);
        wishes = Set.copyOf(wishes);
        if (waypoints.size() < 2) throw new IllegalArgumentException("a quote needs a pick-up and a drop-off");
    }

    public Waypoint pickup() {
        return waypoints.getFirst();
    }

    public Waypoint dropOff() {
        return waypoints.getLast();
    }

    /** The stops between pick-up and drop-off, in order. */
    public List<Waypoint> stops() {
        return waypoints.subList(1, waypoints.size() - 1);
    }

    /** From when on waiting counts for a driver who came at {@code arrivedAt}: never before the pick-up time that was ordered. */
    public Instant waitingFrom(Instant arrivedAt) {
        return pickupAt != null && pickupAt.isAfter(arrivedAt) ? pickupAt : arrivedAt;
    }

    public Quote sealedWith(String newSeal) {
        return new Quote(
                orderId,
                riderId,
                riderClass,
                productClass,
                waypoints,
                wishes,
                pickupAt,
                route,
                fare,
                most,
                surge,
                tariff,
                pickupTime,
                givenAt,
                validUntil,
                newSeal);
    }
}
