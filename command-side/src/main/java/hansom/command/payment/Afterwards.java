package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.RecordChargeback;
import hansom.contract.payment.PaymentCommand.RecordFailure;
import hansom.contract.payment.PaymentCommand.RecordRefund;
import hansom.contract.payment.PaymentCommand.RecordTip;
import hansom.contract.payment.PaymentCommand.RefundPayment;
import hansom.contract.payment.PaymentCommand.TipDriver;
import hansom.contract.payment.PaymentEvent.PaymentCallFailed;
import hansom.contract.payment.PaymentEvent.PaymentChargedBack;
import hansom.contract.payment.PaymentEvent.PaymentRefunded;
import hansom.contract.payment.PaymentEvent.RefundRequested;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentEvent.TipRequested;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;

/** The rules of what may follow once money was taken: refunds up to what was taken, one tip, and what the rider's bank takes back. */
final class Afterwards {
    private Afterwards() {}

    /** Spread over what each reservation brought; cash is handed over by the operator himself. */
    static void refund(Draft draft, RefundPayment wish) {
        var till = draft.till();
        positive(till, wish.amount());
        var purpose = Calls.keyed(Calls.REFUND, wish.refundKey());
        var known = till.extras(purpose).toList();
        if (!known.isEmpty()) {
            if (till.sum(known.stream().map(Extra::amount)).equals(wish.amount())) return;
            throw new RefusedException(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        }
        var most = till.sum(till.holds().stream().map(till::refundable));
        if (!till.chargebacks().isEmpty() || wish.amount().compareTo(most) > 0)
            throw new RefusedException(RefusalCode.AMOUNT_TOO_LARGE);
        var missing = wish.amount();
        var number = 1;
        for (var hold : till.holds()) {
            var part = missing.min(till.refundable(hold));
            if (!part.isPositive()) continue;
            refund(draft, wish, hold, till.call(purpose, number++), part);
            missing = missing.minus(part);
        }
    }

    private static void refund(Draft draft, RefundPayment wish, Hold hold, CallId call, Money part) {
        var till = draft.till();
        draft.add(new RefundRequested(
                till.paymentId(),
                till.riderId(),
                call,
                hold.method(),
                hold.providerRef(),
                part,
                wish.reason(),
                wish.operator(),
                draft.at()));
        if (hold.isSettledAtOnce()) record(draft, new RecordRefund(till.paymentId(), call, part));
    }

    static void record(Draft draft, RecordRefund record) {
        var till = draft.till();
        var refund = asked(till, record.callId());
        if (refund.stage() == Extra.Stage.DONE) return;
        if (!record.amount().equals(refund.amount())) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        var method = till.hold(refund.hold()).method();
        draft.add(new PaymentRefunded(
                till.paymentId(), till.riderId(), record.callId(), method, record.amount(), draft.at()));
    }

    static void tip(Draft draft, TipDriver wish) {
        var till = draft.till();
        if (!till.riderId().equals(wish.riderId())) throw new RefusedException(RefusalCode.PAYMENT_UNKNOWN);
        positive(till, wish.amount());
        if (till.method() instanceof PaymentMethod.Cash) throw new RefusedException(RefusalCode.PAYMENT_METHOD_UNKNOWN);
        var alive = till.extras(Calls.TIP).filter(Extra::isAlive).findFirst();
        if (alive.isPresent()) {
            if (alive.get().amount().equals(wish.amount())) return;
            throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        }
        if (!till.captured().isPositive()) throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
        var call = till.call(Calls.TIP, (int) till.extras(Calls.TIP).count() + 1);
        draft.add(new TipRequested(till.paymentId(), till.riderId(), call, till.method(), wish.amount(), draft.at()));
    }

    static void record(Draft draft, RecordTip record) {
        var till = draft.till();
        var tip = asked(till, record.callId());
        if (tip.stage() == Extra.Stage.DONE) return;
        if (!record.amount().equals(tip.amount())) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        draft.add(new TipPaid(
                till.paymentId(), till.riderId(), record.callId(), till.method(), record.amount(), draft.at()));
    }

    /** Only what is still under way can fail. */
    static void record(Draft draft, RecordFailure record) {
        var till = draft.till();
        var taking = till.hold(record.callId(), Calls.CAPTURE).map(Hold::stage);
        var givingBack = till.hold(record.callId(), Calls.VOID).map(Hold::stage);
        var extra = till.extra(record.callId()).map(Extra::stage);
        var underWay = taking.filter(Hold.Stage.TAKING::equals).isPresent()
                || givingBack.filter(Hold.Stage.GIVING_BACK::equals).isPresent()
                || extra.filter(Extra.Stage.ASKED::equals).isPresent();
        var failedBefore =
                taking.or(() -> givingBack).filter(Hold.Stage.STUCK::equals).isPresent()
                        || extra.filter(Extra.Stage.FAILED::equals).isPresent();
        if (failedBefore) return;
        if (!underWay) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        draft.add(new PaymentCallFailed(till.paymentId(), till.riderId(), record.callId(), record.why(), draft.at()));
    }

    static void record(Draft draft, RecordChargeback record) {
        var till = draft.till();
        if (till.chargebacks().contains(record.providerRef())) return;
        positive(till, record.amount());
        if (!till.captured().isPositive()) throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
        if (record.amount().compareTo(till.captured().plus(till.tipped())) > 0)
            throw new RefusedException(RefusalCode.AMOUNT_TOO_LARGE);
        draft.add(new PaymentChargedBack(
                till.paymentId(), till.riderId(), record.providerRef(), record.amount(), record.why(), draft.at()));
    }

    private static Extra asked(Till till, CallId callId) {
        var extra = till.extra(callId).orElseThrow(() -> new RefusedException(RefusalCode.PAYMENT_UNKNOWN));
        if (extra.stage() == Extra.Stage.FAILED) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        return extra;
    }

    private static void positive(Till till, Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(till.currency()))
            throw new RefusedException(RefusalCode.AMOUNT_INVALID);
    }
}
