package hansom.contract.payment;

import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of the money of one order. */
public sealed interface PaymentEvent {
    PaymentId paymentId();

    default OrderId orderId() {
        return paymentId().order();
    }

    /** So much shall be reserved: the provider or purse is asked. For cash, or nothing at all, {@link PaymentAuthorised} follows at once. */
    @Revision("1")
    record AuthorisationRequested(
            PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record ConfirmationNeeded(
            PaymentId paymentId, RiderId riderId, CallId callId, String providerRef, String confirmAt, Instant at)
            implements PaymentEvent {}

    /** {@code authorised} is all that is reserved now, this call's part included. */
    @Revision("1")
    record PaymentAuthorised(
            PaymentId paymentId,
            RiderId riderId,
            CallId callId,
            PaymentMethod method,
            String providerRef,
            Money amount,
            Money authorised,
            Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record AuthorisationDeclined(
            PaymentId paymentId,
            RiderId riderId,
            CallId callId,
            PaymentMethod method,
            Money amount,
            String why,
            Instant at)
            implements PaymentEvent {}

    /** {@code providerRef} is the reservation it shall be taken from; one request for each when there are several. */
    @Revision("1")
    record CaptureRequested(
            PaymentId paymentId,
            RiderId riderId,
            CallId callId,
            PaymentMethod method,
            String providerRef,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentCaptured(
            PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record VoidRequested(
            PaymentId paymentId,
            RiderId riderId,
            CallId callId,
            PaymentMethod method,
            String providerRef,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentVoided(
            PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record RefundRequested(
            PaymentId paymentId,
            RiderId riderId,
            CallId callId,
            PaymentMethod method,
            String providerRef,
            Money amount,
            String reason,
            String operator,
            Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentRefunded(
            PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record TipRequested(
            PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record TipPaid(PaymentId paymentId, RiderId riderId, CallId callId, PaymentMethod method, Money amount, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentCallFailed(PaymentId paymentId, RiderId riderId, CallId callId, String why, Instant at)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentChargedBack(
            PaymentId paymentId,
            RiderId riderId,
            String providerRef,
            Money amount,
            @Nullable String why,
            Instant at) implements PaymentEvent {}
}
