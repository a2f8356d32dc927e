package hansom.contract.payment;

import hansom.contract.SagaOnly;
import hansom.contract.money.Money;
import hansom.contract.rider.RiderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of the payment of an order. What the provider answered comes back as a Record… command, safe to repeat. */
public sealed interface PaymentCommand {
    @TargetAggregateIdentifier
    PaymentId paymentId();

    /**
     * Reserve so much for the order by this method. A second request with another method replaces the first (what it held is voided); with a
     * higher amount the difference is reserved as well. Cash and nothing to reserve are authorised at once.
     */
    @SagaOnly
    record RequestAuthorisation(PaymentId paymentId, RiderId riderId, PaymentMethod method, Money amount)
            implements PaymentCommand {}

    @SagaOnly
    record RecordAuthorisation(PaymentId paymentId, CallId callId, String providerRef) implements PaymentCommand {}

    /** Declined for good by provider or purse; {@code why} is the provider's code, as {@code insufficient_funds}. */
    @SagaOnly
    record RecordDecline(PaymentId paymentId, CallId callId, String why) implements PaymentCommand {}

    /** The rider must confirm at his bank (3-D Secure) at this address. */
    @SagaOnly
    record RecordConfirmationNeeded(PaymentId paymentId, CallId callId, String providerRef, String confirmAt)
            implements PaymentCommand {}

    /** Take this much of what is reserved and give back the rest; more than reserved is asked for anew. */
    @SagaOnly
    record CapturePayment(PaymentId paymentId, Money amount) implements PaymentCommand {}

    @SagaOnly
    record RecordCapture(PaymentId paymentId, CallId callId, Money amount) implements PaymentCommand {}

    /** Give back all that is reserved. */
    @SagaOnly
    record VoidPayment(PaymentId paymentId) implements PaymentCommand {}

    @SagaOnly
    record RecordVoid(PaymentId paymentId, CallId callId) implements PaymentCommand {}

    /** Sent by an operator: give back part or all of what was taken. {@code refundKey} makes a repeat the same refund. */
    record RefundPayment(PaymentId paymentId, String refundKey, Money amount, String reason, String operator)
            implements PaymentCommand {}

    @SagaOnly
    record RecordRefund(PaymentId paymentId, CallId callId, Money amount) implements PaymentCommand {}

    /** The rider adds something for the driver, once a ride, after it was paid; not in cash. */
    record TipDriver(PaymentId paymentId, RiderId riderId, Money amount) implements PaymentCommand {}

    @SagaOnly
    record RecordTip(PaymentId paymentId, CallId callId, Money amount) implements PaymentCommand {}

    /** A capture, void, refund or tip that the provider refused for good. */
    @SagaOnly
    record RecordFailure(PaymentId paymentId, CallId callId, String why) implements PaymentCommand {}

    /** The rider's bank has taken the money back. */
    @SagaOnly
    record RecordChargeback(
            PaymentId paymentId,
            String providerRef,
            Money amount,
            @Nullable String why) implements PaymentCommand {}
}
