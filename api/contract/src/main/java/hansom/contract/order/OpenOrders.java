package hansom.contract.order;

import hansom.contract.fare.Quote;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.shift.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Orders that look for a driver, as matching takes them up after a restart. */
public record OpenOrders(List<Open> orders) {
    public OpenOrders {
        orders = List.copyOf(orders);
    }

    /** One open order: which search it is in since when, shifts that hold an unanswered offer of it, and those that shall not be asked again. */
    public record Open(
            OrderId orderId,
            Quote quote,
            PaymentMethod method,
            int search,
            Instant since,
            Set<ShiftId> asked,
            Set<ShiftId> notTo) {
        public Open {
            asked = Set.copyOf(asked);
            notTo = Set.copyOf(notTo);
        }
    }
}
