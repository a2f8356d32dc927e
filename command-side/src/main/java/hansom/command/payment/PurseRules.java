package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PurseCommand.ReserveFromPurse;
import hansom.contract.payment.PurseCommand.ReturnToPurse;
import hansom.contract.payment.PurseCommand.TakeFromPurse;
import hansom.contract.payment.PurseCommand.TopUpPurse;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.util.Optional;

/** What may be done with the money in a purse; each answers whether it is new, and refuses what cannot be. */
final class PurseRules {
    private PurseRules() {}

    static boolean isTopUpNew(PurseBook book, TopUpPurse wish, CallId call) {
        member(book, wish.riderId());
        positive(book, wish.amount());
        var known = book.topUps().get(call);
        if (known != null && !known.amount().equals(wish.amount()))
            throw new RefusedException(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        return known == null;
    }

    /** The top-up that an answer is about, unless it was answered before. */
    static Optional<PurseBook.TopUp> underWay(PurseBook book, CallId call) {
        var known = book.topUps().get(call);
        if (known == null) throw new RefusedException(RefusalCode.PAYMENT_UNKNOWN);
        return Optional.of(known).filter(PurseBook.TopUp::underWay);
    }

    static boolean isReservationNew(PurseBook book, ReserveFromPurse reserve) {
        if (book.reserved().containsKey(reserve.callId()) || book.settled().contains(reserve.callId())) return false;
        member(book, reserve.riderId());
        positive(book, reserve.amount());
        if (reserve.amount().compareTo(book.free()) > 0) throw new RefusedException(RefusalCode.FUNDS_INSUFFICIENT);
        return true;
    }

    static boolean isTakingNew(PurseBook book, TakeFromPurse take) {
        if (book.settled().contains(take.callId())) return false;
        positive(book, take.amount());
        var reserved = book.reserved().get(take.reservation());
        if (reserved == null) throw new RefusedException(RefusalCode.NOTHING_TO_CAPTURE);
        if (take.amount().compareTo(reserved) > 0) throw new RefusedException(RefusalCode.AMOUNT_TOO_LARGE);
        return true;
    }

    static boolean isReturnNew(PurseBook book, ReturnToPurse back) {
        positive(book, back.amount());
        return !book.settled().contains(back.callId());
    }

    private static void member(PurseBook book, RiderId rider) {
        if (!book.members().contains(rider)) throw new RefusedException(RefusalCode.PURSE_UNKNOWN);
    }

    private static void positive(PurseBook book, Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(book.balance().currency()))
            throw new RefusedException(RefusalCode.AMOUNT_INVALID);
    }
}
