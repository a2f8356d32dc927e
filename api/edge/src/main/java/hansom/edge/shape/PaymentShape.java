package hansom.edge.shape;

import hansom.contract.payment.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order's payment stands. */
@Schema(name = "Payment")
public record PaymentShape(
        String paymentId,
        String orderId,
        PaymentView.Status status,
        MethodShape method,
        MoneyShape authorised,
        MoneyShape captured,
        MoneyShape refunded,
        MoneyShape tipped,

        @Schema(description = "The provider's code when it was declined.", example = "insufficient_funds") @Nullable
        String why,

        @Schema(description = "Where the rider confirms (3-D Secure), when that is needed.") @Nullable
        String confirmAt,

        Instant changedAt,
        long version) {

    public static PaymentShape of(PaymentView payment) {
        return new PaymentShape(
                payment.paymentId().value(),
                payment.orderId().value(),
                payment.status(),
                MethodShape.of(payment.method(), true),
                MoneyShape.of(payment.authorised()),
                MoneyShape.of(payment.captured()),
                MoneyShape.of(payment.refunded()),
                MoneyShape.of(payment.tipped()),
                payment.why(),
                payment.confirmAt(),
                payment.changedAt(),
                payment.version());
    }
}
