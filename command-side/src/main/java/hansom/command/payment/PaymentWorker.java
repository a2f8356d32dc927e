package hansom.command.payment;

import hansom.command.gateway.Answer;
import hansom.command.gateway.PaymentGateway;
import hansom.contract.payment.PaymentCommand.RecordAuthorisation;
import hansom.contract.payment.PaymentCommand.RecordCapture;
import hansom.contract.payment.PaymentCommand.RecordConfirmationNeeded;
import hansom.contract.payment.PaymentCommand.RecordDecline;
import hansom.contract.payment.PaymentCommand.RecordFailure;
import hansom.contract.payment.PaymentCommand.RecordRefund;
import hansom.contract.payment.PaymentCommand.RecordTip;
import hansom.contract.payment.PaymentCommand.RecordVoid;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.RefundRequested;
import hansom.contract.payment.PaymentEvent.TipRequested;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PaymentMethod.Card;
import hansom.contract.payment.PaymentMethod.FromPurse;
import hansom.engines.work.Work;
import hansom.engines.work.Worker;
import java.time.Duration;

/** Makes the calls that payments owe, to the provider for a card and to the purse otherwise, and reports what came of them. */
final class PaymentWorker implements Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    /** A quarter of an hour for the rider to confirm at his bank. */
    private static final int MOST_LOOKS = 300;

    private final PaymentGateway provider;
    private final PurseCalls purses;
    private final Reports reports;
    private final Notes notes;

    PaymentWorker(PaymentGateway provider, PurseCalls purses, Reports reports, Notes notes) {
        this.provider = provider;
        this.purses = purses;
        this.reports = reports;
        this.notes = notes;
    }

    @Override
    public String kind() {
        return GatewayCalls.PAYMENT;
    }

    @Override
    public Outcome perform(Work work) {
        var asked = notes.payment(work.content());
        return switch (ask(asked, work.attempts())) {
            case Answer.Approved approved -> reports.report(yes(asked, approved));
            case Answer.Declined declined -> reports.report(no(asked, declined.why()));
            case Answer.ConfirmationNeeded needed -> confirmation(asked, needed, work.attempts());
            case Answer.Unknown unknown -> Reports.again(work.attempts(), unknown.why());
        };
    }

    /** A call that a person has brought back may be older than the provider's memory of its key: what became of it is looked up first. */
    private Answer ask(PaymentEvent asked, int attempts) {
        if (attempts <= Reports.MOST_ATTEMPTS) return ask(asked);
        var known = switch (asked) {
            case AuthorisationRequested call when call.method() instanceof Card -> provider.status(call.callId());
            case TipRequested call when call.method() instanceof Card -> provider.status(call.callId());
            default -> new Answer.Unknown("not looked up");
        };
        return known instanceof Answer.Unknown ? ask(asked) : known;
    }

    private Answer ask(PaymentEvent asked) {
        return switch (asked) {
            case AuthorisationRequested call ->
                switch (call.method()) {
                    case Card card -> provider.authorise(call.callId(), card.providerToken(), call.amount());
                    case FromPurse purse -> purses.authorise(purse.purseId(), call);
                    case PaymentMethod.Cash _ -> throw unasked(asked);
                };
            case CaptureRequested call ->
                switch (call.method()) {
                    case Card _ -> provider.capture(call.callId(), call.providerRef(), call.amount());
                    case FromPurse purse -> purses.capture(purse.purseId(), call);
                    case PaymentMethod.Cash _ -> throw unasked(asked);
                };
            case VoidRequested call ->
                switch (call.method()) {
                    case Card _ -> provider.release(call.callId(), call.providerRef());
                    case FromPurse purse -> purses.release(purse.purseId(), call);
                    case PaymentMethod.Cash _ -> throw unasked(asked);
                };
            case RefundRequested call ->
                switch (call.method()) {
                    case Card _ -> provider.refund(call.callId(), call.providerRef(), call.amount());
                    case FromPurse purse -> purses.refund(purse.purseId(), call);
                    case PaymentMethod.Cash _ -> throw unasked(asked);
                };
            case TipRequested call ->
                switch (call.method()) {
                    case Card card -> provider.charge(call.callId(), card.providerToken(), call.amount());
                    case FromPurse purse -> purses.tip(purse.purseId(), call);
                    case PaymentMethod.Cash _ -> throw unasked(asked);
                };
            default -> throw unasked(asked);
        };
    }

    private static Object yes(PaymentEvent asked, Answer.Approved approved) {
        return switch (asked) {
            case AuthorisationRequested call ->
                new RecordAuthorisation(call.paymentId(), call.callId(), approved.providerRef());
            case CaptureRequested call -> new RecordCapture(call.paymentId(), call.callId(), call.amount());
            case VoidRequested call -> new RecordVoid(call.paymentId(), call.callId());
            case RefundRequested call -> new RecordRefund(call.paymentId(), call.callId(), call.amount());
            case TipRequested call -> new RecordTip(call.paymentId(), call.callId(), call.amount());
            default -> throw unasked(asked);
        };
    }

    private static Object no(PaymentEvent asked, String why) {
        return switch (asked) {
            case AuthorisationRequested call -> new RecordDecline(call.paymentId(), call.callId(), why);
            case CaptureRequested call -> new RecordFailure(call.paymentId(), call.callId(), why);
            case VoidRequested call -> new RecordFailure(call.paymentId(), call.callId(), why);
            case RefundRequested call -> new RecordFailure(call.paymentId(), call.callId(), why);
            case TipRequested call -> new RecordFailure(call.paymentId(), call.callId(), why);
            default -> throw unasked(asked);
        };
    }

    /** Looked at again until the rider has confirmed; one who does not in time has declined, and nothing stays reserved. */
    private Outcome confirmation(PaymentEvent asked, Answer.ConfirmationNeeded needed, int looks) {
        if (!(asked instanceof AuthorisationRequested call)) return reports.report(no(asked, "confirmation_needed"));
        if (looks >= MOST_LOOKS) return expire(call, needed, looks);
        reports.report(new RecordConfirmationNeeded(
                call.paymentId(), call.callId(), needed.providerRef(), needed.confirmAt()));
        return new Outcome.Again(BETWEEN_LOOKS, "waits for the rider's confirmation");
    }

    private Outcome expire(AuthorisationRequested call, Answer.ConfirmationNeeded needed, int looks) {
        var released = provider.release(Calls.releaseOf(call.callId()), needed.providerRef());
        if (released instanceof Answer.Approved) return reports.report(no(call, "confirmation_expired"));
        return Reports.again(Math.min(looks - MOST_LOOKS, 8), "an unconfirmed reservation is not given up yet");
    }

    private static IllegalStateException unasked(PaymentEvent asked) {
        return new IllegalStateException("nobody is called for " + asked);
    }
}
