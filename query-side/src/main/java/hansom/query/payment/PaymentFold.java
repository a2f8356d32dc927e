package hansom.query.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.ConfirmationNeeded;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCallFailed;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentChargedBack;
import hansom.contract.payment.PaymentEvent.PaymentRefunded;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentEvent.RefundRequested;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentEvent.TipRequested;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PaymentView;
import hansom.contract.payment.PaymentView.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each event makes of a payment's view. */
final class PaymentFold {
    private final PaymentView before;
    private PaymentMethod method;
    private Status status;
    private Money authorised;
    private Money captured;
    private Money refunded;
    private Money tipped;
    private @Nullable String why;
    private @Nullable String confirmAt;
    private Instant at;

    private PaymentFold(PaymentView before) {
        this.before = before;
        this.method = before.method();
        this.status = before.status();
        this.authorised = before.authorised();
        this.captured = before.captured();
        this.refunded = before.refunded();
        this.tipped = before.tipped();
        this.why = before.why();
        this.confirmAt = before.confirmAt();
        this.at = before.changedAt();
    }

    static PaymentView after(@Nullable PaymentView before, PaymentEvent event, long version) {
        PaymentView now = before;
        if (now == null) {
            if (!(event instanceof AuthorisationRequested first))
                throw new IllegalStateException("a payment's story begins with a request");
            Money nothing = Money.zero(first.amount().currency());
            now = new PaymentView(
                    first.paymentId(),
                    first.orderId(),
                    first.riderId(),
                    first.method(),
                    Status.PENDING,
                    nothing,
                    nothing,
                    nothing,
                    nothing,
                    null,
                    null,
                    first.at(),
                    version);
        }
        PaymentFold fold = new PaymentFold(now);
        fold.apply(event);
        return fold.view(version);
    }

    private void apply(PaymentEvent event) {
        switch (event) {
            case AuthorisationRequested asked -> {
                method = asked.method();
                becomes(Status.PENDING, asked.at());
            }
            case ConfirmationNeeded needed -> {
                becomes(Status.CONFIRMATION_NEEDED, needed.at());
                confirmAt = needed.confirmAt();
            }
            case PaymentAuthorised given -> {
                method = given.method();
                authorised = given.authorised();
                becomes(Status.AUTHORISED, given.at());
            }
            case AuthorisationDeclined declined -> {
                becomes(Status.DECLINED, declined.at());
                why = declined.why();
            }
            case CaptureRequested asked -> at = asked.at();
            case PaymentCaptured taken -> {
                captured = captured.plus(taken.amount());
                becomes(Status.CAPTURED, taken.at());
            }
            case VoidRequested asked -> at = asked.at();
            case PaymentVoided given -> {
                authorised = authorised.minus(given.amount()).max(Money.zero(authorised.currency()));
                becomes(captured.isPositive() ? Status.CAPTURED : Status.VOIDED, given.at());
            }
            case RefundRequested asked -> at = asked.at();
            case PaymentRefunded given -> {
                refunded = refunded.plus(given.amount());
                becomes(Status.REFUNDED, given.at());
            }
            case TipRequested asked -> at = asked.at();
            case TipPaid paid -> {
                tipped = tipped.plus(paid.amount());
                at = paid.at();
            }
            case PaymentCallFailed failed -> {
                becomes(Status.FAILED, failed.at());
                why = failed.why();
            }
            case PaymentChargedBack taken -> {
                becomes(Status.CHARGED_BACK, taken.at());
                why = taken.why();
            }
        }
    }

    private void becomes(Status next, Instant when) {
        status = next;
        at = when;
        why = null;
        confirmAt = null;
    }

    private PaymentView view(long version) {
        return new PaymentView(
                before.paymentId(),
                before.orderId(),
                before.riderId(),
                method,
                status,
                authorised,
                captured,
                refunded,
                tipped,
                why,
                confirmAt,
                at,
                version);
    }
}
