package hansom.contract.payment;

import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order's payment stands. */
public record PaymentView(
        PaymentId paymentId,
        OrderId orderId,
        RiderId riderId,
        PaymentMethod method,
        Status status,
        Money authorised,
        Money captured,
        Money refunded,
        Money tipped,
        @Nullable String why,
        @Nullable String confirmAt,
        Instant changedAt,
        long version) {
    /** Where the money is. */
    public enum Status {
        PENDING,
        CONFIRMATION_NEEDED,
        AUTHORISED,
        DECLINED,
        CAPTURED,
        VOIDED,
        REFUNDED,
        CHARGED_BACK,
        FAILED
    }
}
