package hansom.saga.payment;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.EUR;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;

import hansom.contract.fare.Fare;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentId;
import java.time.Duration;

/** What happens to the order and its money in the tests of a payment. */
final class PaymentEvents {
    static final PaymentId PAYMENT = PaymentId.of(ORDER);

    private PaymentEvents() {}

    static CallId call(String what) {
        return CallId.of(PAYMENT, what, 1);
    }

    static AuthorisationRequested requested(int attempt) {
        return new AuthorisationRequested(
                PAYMENT, ANNA, CallId.of(PAYMENT, "authorise", attempt), CARD, euros(25), NOW);
    }

    static PaymentAuthorised authorised() {
        return authorised(1);
    }

    static PaymentAuthorised authorised(int attempt) {
        var call = CallId.of(PAYMENT, "authorise", attempt);
        return new PaymentAuthorised(PAYMENT, ANNA, call, CARD, "ref", euros(25), euros(25), NOW);
    }

    static PaymentVoided voided() {
        return new PaymentVoided(PAYMENT, ANNA, call("void"), CARD, euros(25), NOW);
    }

    static AuthorisationDeclined declined() {
        return new AuthorisationDeclined(PAYMENT, ANNA, call("authorise"), CARD, euros(25), "insufficient_funds", NOW);
    }

    static PaymentCaptured captured(long euros) {
        return new PaymentCaptured(PAYMENT, ANNA, call("capture"), CARD, euros(euros), NOW);
    }

    static OrderCancelled cancelled(Fare fee) {
        return new OrderCancelled(
                ORDER, ANNA, CancelReason.RIDER_CHANGED_MIND, null, CARD, fee, Money.zero(EUR), null, NOW);
    }

    static OrderCompleted completed(Fare fare) {
        var tracking = new Tracking(
                Distance.ofMetres(3_000),
                Distance.NONE,
                Duration.ofMinutes(8),
                90,
                Tracking.Basis.MATCHED,
                "tracks/1",
                "00");
        return new OrderCompleted(ORDER, ANNA, assigned(BEN, 1), CARD, fare, euros(4), tracking, NOW, NOW, NOW);
    }
}
