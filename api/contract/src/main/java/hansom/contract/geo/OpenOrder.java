package hansom.contract.geo;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.contract.shift.ShiftId;
import java.time.Instant;
import java.util.Set;

/** An order that waits for a driver, as matching sees it; {@code notTo} are shifts that must not be offered it (again). */
public record OpenOrder(
        OrderId orderId,
        Point pickup,
        ProductClass productClass,
        Set<Wish> wishes,
        RiderClass riderClass,
        Instant since,
        Set<ShiftId> notTo) {
    public OpenOrder {
        wishes = Set.copyOf(wishes);
        notTo = Set.copyOf(notTo);
    }
}
