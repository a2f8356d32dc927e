package hansom.query.ledger;

import hansom.contract.driver.Fleet;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.Account.Kind;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentChargedBack;
import hansom.contract.payment.PaymentEvent.PaymentRefunded;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseEvent.PurseToppedUp;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each event posts, from the event alone (a tip also from who earned on its order): the same event posts the same for ever. Debits are positive, credits negative; each list sums
 * to zero in its currency, and is empty for an event that moves nothing.
 */
final class Postings {
    private final List<Posting> lines = new ArrayList<>();

    private Postings() {}

    static List<Posting> of(Object event) {
        Postings book = new Postings();
        switch (event) {
            case OrderCompleted completed -> book.completed(completed);
            case OrderCancelled cancelled ->
                book.earned(
                        cancelled.riderId().value(),
                        cancelled.fee().total(),
                        cancelled.commission(),
                        cancelled.driver());
            case PaymentCaptured captured ->
                book.paid(captured.method(), captured.riderId().value(), captured.amount());
            case PaymentRefunded refunded -> book.refunded(refunded.method(), refunded.amount());
            case PaymentChargedBack taken ->
                book.move(taken.amount(), Account.of(Kind.LOSSES), Account.of(Kind.PROVIDER));
            case PurseToppedUp topped ->
                book.move(
                        topped.amount(),
                        Account.of(Kind.PROVIDER),
                        new Account(Kind.PURSE, topped.purseId().value()));
            case PayoutRequested asked -> book.move(asked.amount(), payable(asked.payee()), transit(asked.payee()));
            case PayoutPaid paid -> book.move(paid.amount(), transit(paid.payee()), Account.of(Kind.BANK));
            case PayoutReturned returned ->
                book.move(returned.amount(), transit(returned.payee()), payable(returned.payee()));
            default -> {}
        }
        return List.copyOf(book.lines);
    }

    /** What a rider adds is the driver's, all of it. */
    static List<Posting> ofTip(TipPaid tip, String driver) {
        Postings book = new Postings();
        @Nullable Account from = source(tip.method());
        if (from != null) book.move(tip.amount(), from, new Account(Kind.DRIVER_PAYABLE, driver));
        return List.copyOf(book.lines);
    }

    /** A cash ride is settled in the car: the driver holds the rider's money and owes the platform its part of it. */
    private void completed(OrderCompleted completed) {
        Money total = completed.fare().total();
        String rider = completed.riderId().value();
        earned(rider, total, completed.commission(), completed.driver());
        if (completed.method() instanceof PaymentMethod.Cash)
            move(total, ofDriver(completed.driver()), new Account(Kind.RIDER_RECEIVABLE, rider));
    }

    /** The rider owes the fare; the platform keeps its commission, a fleet its share of the rest, and what is left is the driver's. */
    private void earned(String rider, Money total, Money commission, @Nullable AssignedDriver driver) {
        if (total.isZero()) return;
        debit(new Account(Kind.RIDER_RECEIVABLE, rider), total);
        if (driver == null) {
            debit(Account.of(Kind.COMMISSION), total.negated());
            return;
        }
        Money rest = total.minus(commission);
        @Nullable Fleet fleet = driver.driver().fleet();
        Money share = fleet == null ? Money.zero(total.currency()) : rest.permille(fleet.share());
        debit(Account.of(Kind.COMMISSION), commission.negated());
        if (fleet != null) debit(new Account(Kind.FLEET_PAYABLE, fleet.fleetId().value()), share.negated());
        debit(ofDriver(driver), rest.minus(share).negated());
    }

    /** Cash is settled when the ride is completed; cash that was owed for a cancelled ride was never handed over. */
    private void paid(PaymentMethod method, String rider, Money amount) {
        @Nullable Account from = source(method);
        if (from != null) move(amount, from, new Account(Kind.RIDER_RECEIVABLE, rider));
    }

    private void refunded(PaymentMethod method, Money amount) {
        @Nullable Account back = source(method);
        if (back != null) move(amount, Account.of(Kind.LOSSES), back);
    }

    /** Whence a way of paying brings money and whither it gives it back; null for cash, which never passes through the platform. */
    private static @Nullable Account source(PaymentMethod method) {
        return switch (method) {
            case PaymentMethod.Card card -> Account.of(Kind.PROVIDER);
            case PaymentMethod.FromPurse purse ->
                new Account(Kind.PURSE, purse.purseId().value());
            case PaymentMethod.Cash cash -> null;
        };
    }

    private void move(Money amount, Account to, Account from) {
        debit(to, amount);
        debit(from, amount.negated());
    }

    private void debit(Account account, Money amount) {
        if (!amount.isZero()) lines.add(new Posting(account, amount));
    }

    private static Account ofDriver(AssignedDriver driver) {
        return new Account(Kind.DRIVER_PAYABLE, driver.driverId().value());
    }

    static Account payable(Payee payee) {
        return switch (payee) {
            case Payee.OfDriver driver -> new Account(Kind.DRIVER_PAYABLE, driver.id());
            case Payee.OfFleet fleet -> new Account(Kind.FLEET_PAYABLE, fleet.id());
        };
    }

    private static Account transit(Payee payee) {
        return new Account(Kind.PAYOUT_TRANSIT, payee.id());
    }
}
