package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RecordCapture;
import hansom.contract.payment.PaymentCommand.RecordVoid;
import hansom.contract.refusal.RefusalCode;

/** The rules by which reserved money is taken or given back: never more than is reserved, and nothing is left reserved. */
final class Captures {
    private Captures() {}

    static void capture(Draft draft, CapturePayment wish) {
        switch (draft.state()) {
            case State.Unasked _ -> throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
            case State.Reserving reserving -> takeReserved(draft, reserving.till(), wish.amount());
            case State.Taking taking -> takeMore(draft, taking.till(), wish.amount());
        }
    }

    private static void takeReserved(Draft draft, Till till, Money amount) {
        checked(till, amount);
        var held = till.wanted(Hold::isHeld);
        if (held.isEmpty()) throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
        var missing = amount;
        for (var hold : held) {
            var part = missing.min(hold.amount());
            if (part.isZero() && !hold.amount().isZero()) draft.giveBack(hold);
            else draft.take(hold.number(), part);
            missing = missing.minus(part);
        }
        if (missing.isPositive()) draft.ask(till.riderId(), till.method(), missing);
    }

    /** Told twice is nothing new; told a higher amount, what is missing is asked for. */
    private static void takeMore(Draft draft, Till till, Money amount) {
        checked(till, amount);
        var underWay = till.sum(till.wanted(Hold::isPending).stream().map(Hold::amount))
                .plus(till.sum(till.wanted(hold -> hold.stage() == Hold.Stage.TAKING).stream()
                        .map(Hold::part)))
                .plus(till.captured());
        var missing = amount.minus(underWay);
        if (missing.amountMinor() < 0) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        if (missing.isPositive()) draft.ask(till.riderId(), till.method(), missing);
    }

    private static void checked(Till till, Money amount) {
        if (amount.amountMinor() < 0 || !amount.currency().equals(till.currency()))
            throw new RefusedException(RefusalCode.AMOUNT_INVALID);
    }

    static void record(Draft draft, RecordCapture record) {
        var hold = draft.till()
                .hold(record.callId(), Calls.CAPTURE)
                .orElseThrow(() -> new RefusedException(RefusalCode.PAYMENT_UNKNOWN));
        if (hold.stage() == Hold.Stage.TAKEN) return;
        if (hold.stage() != Hold.Stage.TAKING) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        checked(draft.till(), record.amount());
        if (record.amount().compareTo(hold.part()) > 0) throw new RefusedException(RefusalCode.AMOUNT_TOO_LARGE);
        draft.captured(hold, record.callId(), record.amount());
    }

    /** While the answer about a reservation is out and nothing else is held, it cannot be given back yet. */
    static void giveBack(Draft draft) {
        switch (draft.state()) {
            case State.Unasked _ -> {}
            case State.Taking _ -> throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
            case State.Reserving reserving -> {
                var till = reserving.till();
                var held = till.wanted(Hold::isHeld);
                if (held.isEmpty() && !till.wanted(Hold::isPending).isEmpty())
                    throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
                held.forEach(draft::giveBack);
            }
        }
    }

    static void record(Draft draft, RecordVoid record) {
        var hold = draft.till()
                .hold(record.callId(), Calls.VOID)
                .orElseThrow(() -> new RefusedException(RefusalCode.PAYMENT_UNKNOWN));
        if (hold.stage() == Hold.Stage.GIVEN_BACK) return;
        if (hold.stage() != Hold.Stage.GIVING_BACK) throw new RefusedException(RefusalCode.PAYMENT_NOT_CHANGEABLE);
        draft.voided(hold, hold.amount());
    }
}
