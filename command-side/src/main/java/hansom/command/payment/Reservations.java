package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.RecordAuthorisation;
import hansom.contract.payment.PaymentCommand.RecordConfirmationNeeded;
import hansom.contract.payment.PaymentCommand.RecordDecline;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.ConfirmationNeeded;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.refusal.RefusalCode;

/** The rules by which money is reserved: once for each wish, more when the wish grows, anew when the method changes. */
final class Reservations {
    private Reservations() {}

    static void request(Draft draft, RequestAuthorisation wish) {
        if (wish.amount().amountMinor() < 0) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        switch (draft.state()) {
            case State.Unasked _ -> draft.ask(wish.riderId(), wish.method(), wish.amount());
            case State.Reserving reserving -> requestMore(draft, reserving.till(), wish);
            case State.Taking _ -> throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        }
    }

    private static void requestMore(Draft draft, Till till, RequestAuthorisation wish) {
        if (!till.riderId().equals(wish.riderId())) throw new RefusedException(RefusalCode.PAYMENT_UNKNOWN);
        if (!till.currency().equals(wish.amount().currency())) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        var sameMethod = till.method().equals(wish.method());
        if (!sameMethod) till.wanted(Hold::isHeld).forEach(draft::giveBack);
        var alive = draft.till().wanted(hold -> sameMethod && (hold.isHeld() || hold.isPending()));
        var missing = wish.amount().minus(till.sum(alive.stream().map(Hold::amount)));
        if (alive.isEmpty() || missing.isPositive()) draft.ask(wish.riderId(), wish.method(), missing);
    }

    /** Money that nobody wants any longer is given back; money asked for by a capture is taken. */
    static void record(Draft draft, RecordAuthorisation record) {
        var hold = asked(draft, record.callId());
        if (hold.stage() == Hold.Stage.DECLINED) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        if (!hold.isPending()) return;
        var till = draft.till();
        draft.add(new PaymentAuthorised(
                till.paymentId(),
                till.riderId(),
                record.callId(),
                hold.method(),
                record.providerRef(),
                hold.amount(),
                till.held().plus(hold.amount()),
                draft.at()));
        if (!hold.wanted()) draft.giveBack(draft.till().hold(hold.number()));
        else if (draft.state() instanceof State.Taking) draft.take(hold.number(), hold.amount());
    }

    static void record(Draft draft, RecordDecline record) {
        var hold = asked(draft, record.callId());
        if (hold.stage() == Hold.Stage.DECLINED) return;
        if (!hold.isPending()) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        draft.add(new AuthorisationDeclined(
                draft.till().paymentId(),
                draft.till().riderId(),
                record.callId(),
                hold.method(),
                hold.amount(),
                record.why(),
                draft.at()));
    }

    static void record(Draft draft, RecordConfirmationNeeded record) {
        if (asked(draft, record.callId()).stage() != Hold.Stage.ASKED) return;
        draft.add(new ConfirmationNeeded(
                draft.till().paymentId(),
                draft.till().riderId(),
                record.callId(),
                record.providerRef(),
                record.confirmAt(),
                draft.at()));
    }

    private static Hold asked(Draft draft, CallId callId) {
        return draft.till()
                .hold(callId, Calls.AUTHORISE)
                .orElseThrow(() -> new RefusedException(RefusalCode.PAYMENT_UNKNOWN));
    }
}
