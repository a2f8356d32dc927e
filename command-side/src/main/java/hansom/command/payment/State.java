package hansom.command.payment;

import hansom.contract.payment.CallId;
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

/** How far a payment is: nothing asked, money being reserved (and replaced, and given back), or money being taken, from where none goes back. */
sealed interface State {
    record Unasked() implements State {}

    record Reserving(Till till) implements State {}

    record Taking(Till till) implements State {}

    /** The state that an event leads to. */
    default State after(PaymentEvent event) {
        return switch (event) {
            case AuthorisationRequested asked -> with(reserving(asked));
            case ConfirmationNeeded needed ->
                with(till(needed).with(Calls.number(needed.callId()), hold -> hold.at(Hold.Stage.CONFIRMING)));
            case PaymentAuthorised authorised ->
                with(till(authorised)
                        .with(Calls.number(authorised.callId()), hold -> hold.held(authorised.providerRef())));
            case AuthorisationDeclined declined ->
                with(till(declined).with(Calls.number(declined.callId()), hold -> hold.at(Hold.Stage.DECLINED)));
            case CaptureRequested asked ->
                new Taking(taking(asked)
                        .with(Calls.number(asked.callId()), hold -> hold.takes(asked.amount(), Hold.Stage.TAKING)));
            case PaymentCaptured captured ->
                new Taking(taking(captured)
                        .with(
                                Calls.number(captured.callId()),
                                hold -> hold.takes(captured.amount(), Hold.Stage.TAKEN)));
            case VoidRequested asked -> with(givingBack(asked, asked.callId(), Hold.Stage.GIVING_BACK));
            case PaymentVoided voided -> with(givingBack(voided, voided.callId(), Hold.Stage.GIVEN_BACK));
            case RefundRequested asked ->
                with(till(asked)
                        .with(new Extra(
                                asked.callId(),
                                till(asked).holdOf(asked.providerRef()),
                                asked.amount(),
                                Extra.Stage.ASKED)));
            case PaymentRefunded refunded -> with(ended(refunded, refunded.callId(), Extra.Stage.DONE));
            case TipRequested asked ->
                with(till(asked).with(new Extra(asked.callId(), 0, asked.amount(), Extra.Stage.ASKED)));
            case TipPaid paid -> with(ended(paid, paid.callId(), Extra.Stage.DONE));
            case PaymentCallFailed failed -> with(failed(failed));
            case PaymentChargedBack charged -> with(till(charged).chargedBack(charged.providerRef()));
        };
    }

    private State with(Till till) {
        return this instanceof Taking ? new Taking(till) : new Reserving(till);
    }

    private Till till(PaymentEvent event) {
        return switch (this) {
            case Unasked _ -> throw new IllegalStateException("%s before anything was asked".formatted(event));
            case Reserving reserving -> reserving.till();
            case Taking taking -> taking.till();
        };
    }

    private Till reserving(AuthorisationRequested asked) {
        var till = this instanceof Unasked
                ? Till.opened(
                        asked.paymentId(),
                        asked.riderId(),
                        asked.method(),
                        asked.amount().currency())
                : till(asked);
        return till.asking(Hold.asked(Calls.number(asked.callId()), asked.method(), asked.amount()));
    }

    /** From the first capture on, only what is asked for afterwards is wanted. */
    private Till taking(PaymentEvent event) {
        var till = till(event);
        return this instanceof Reserving ? till.refusingPending() : till;
    }

    /** Giving back what was wanted means that what is still pending is not wanted either. */
    private Till givingBack(PaymentEvent event, CallId callId, Hold.Stage next) {
        var till = till(event);
        var hold = till.hold(Calls.number(callId));
        if (hold.stage() == Hold.Stage.TAKEN) return till;
        var endsReserving = this instanceof Reserving && hold.wanted() && hold.isHeld();
        return (endsReserving ? till.refusingPending() : till).with(hold.number(), given -> given.at(next));
    }

    private Till ended(PaymentEvent event, CallId callId, Extra.Stage next) {
        var till = till(event);
        return till.extra(callId).map(extra -> till.with(extra.at(next))).orElse(till);
    }

    private Till failed(PaymentCallFailed failed) {
        var till = till(failed);
        return till.extra(failed.callId()).isPresent()
                ? ended(failed, failed.callId(), Extra.Stage.FAILED)
                : till.with(Calls.number(failed.callId()), hold -> hold.at(Hold.Stage.STUCK));
    }
}
