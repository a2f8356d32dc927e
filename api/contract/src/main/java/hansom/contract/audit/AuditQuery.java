package hansom.contract.audit;

import hansom.contract.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about the past. */
public sealed interface AuditQuery {
    /**
     * An order's story from its stored events (order, offers, payment, rating), up to an instant when given; answered with {@link Story};
     * refused order_unknown when nothing had happened by then.
     */
    record TellStory(OrderId orderId, @Nullable Instant at) implements AuditQuery {}
}
