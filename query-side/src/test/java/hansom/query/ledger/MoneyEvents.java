package hansom.query.ledger;

import static hansom.query.testing.RideStory.*;

import hansom.contract.driver.Fleet;
import hansom.contract.driver.FleetId;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentChargedBack;
import hansom.contract.payment.PaymentEvent.PaymentRefunded;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseEvent.PurseToppedUp;
import hansom.contract.payment.PurseId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutId;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every event that may move money, with any amount and share. */
final class MoneyEvents {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final PurseId PURSE = PurseId.walletOf(ANNA);
    private static final int KINDS = 11;

    private MoneyEvents() {}

    static Arbitrary<Object> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KINDS - 1),
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(VISA, CASH, new PaymentMethod.FromPurse(PURSE, true)),
                        Arbitraries.of(true, false))
                .as(MoneyEvents::event);
    }

    private static Object event(int kind, long amount, int share, PaymentMethod method, boolean alone) {
        Payee payee =
                alone ? new Payee.OfDriver(BEN) : new Payee.OfFleet(fleet(share).fleetId());
        return switch (kind) {
            case 0 -> completed(ORDER, method, amount, alone ? null : fleet(share));
            case 1 ->
                new OrderCancelled(
                        ORDER,
                        ANNA,
                        CancelReason.RIDER_NO_SHOW,
                        alone ? null : by(BEN, ORDER, 1),
                        method,
                        fare(amount),
                        eur(amount).permille(share),
                        null,
                        NOON);
            case 2 -> new PaymentCaptured(PAYMENT, ANNA, call("capture", 1), method, eur(amount), NOON);
            case 3 -> new PaymentRefunded(PAYMENT, ANNA, call("refund", 1), method, eur(amount), NOON);
            case 4 -> new PaymentChargedBack(PAYMENT, ANNA, "ref-1", eur(amount), null, NOON);
            case 5 -> new TipPaid(PAYMENT, ANNA, call("tip", 1), method, eur(amount), NOON);
            case 6 -> new PurseToppedUp(PURSE, call("topup", 1), eur(amount), NOON);
            case 7 -> requested(payee, amount);
            case 8 -> new PayoutPaid(payout(payee), payee, eur(amount), "bank-1", NOON);
            case 9 -> returned(payee, amount);
            default -> placed(ORDER);
        };
    }

    static CallId call(String what, int attempt) {
        return CallId.of(PAYMENT, what, attempt);
    }

    static PayoutRequested requested(Payee payee, long amount) {
        return new PayoutRequested(
                payout(payee), payee, DAY, CallId.of(payout(payee), "pay", 1), eur(amount), "bank_ben", 10, NOON);
    }

    static PayoutReturned returned(Payee payee, long amount) {
        return new PayoutReturned(payout(payee), payee, eur(amount), "account_closed", NOON);
    }

    static PayoutId payout(Payee payee) {
        return PayoutId.of(payee, DAY, eur(0).currency());
    }

    private static Fleet fleet(int share) {
        return new Fleet(new FleetId("flt_019a0000-0000-7000-8000-00000000f000"), share);
    }
}
