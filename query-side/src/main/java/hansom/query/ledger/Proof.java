package hansom.query.ledger;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.LedgerProof;
import hansom.contract.ledger.LedgerProof.Breach;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.contract.payment.PaymentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole book and says what does not hold: an entry that does not sum to zero, a ride for which more was paid than was owed, a payout larger than what was owed when it was asked
 * for, a payment from which more was taken than authorised, a kept balance that differs from the one rebuilt from zero.
 */
final class Proof {
    private static final int MOST_BREACHES = 1_000;

    private final Map<Key, Long> rebuilt = new HashMap<>();
    private final Map<Debt, Long> unpaid = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private long entries;
    private long postings;

    /** One account in one currency. */
    private record Key(Account account, Currency currency) {}

    /** What the rider of one ride still owes; rides that are settled are not remembered. */
    private record Debt(String ride, Currency currency) {}

    void read(LedgerEntry entry) {
        entries++;
        Map<Currency, Long> sums = new HashMap<>();
        for (Posting posting : entry.postings()) {
            postings++;
            Money amount = posting.amount();
            sums.merge(amount.currency(), amount.amountMinor(), Math::addExact);
            rebuilt.merge(new Key(posting.account(), amount.currency()), amount.amountMinor(), Math::addExact);
            if (posting.account().kind() == Account.Kind.RIDER_RECEIVABLE)
                unpaid.merge(new Debt(entry.subject(), amount.currency()), amount.amountMinor(), Proof::settled);
        }
        sums.forEach((currency, sum) -> {
            if (sum != 0)
                breach(
                        "entries_sum_to_zero",
                        entry.subject(),
                        "%s is out by %d %s".formatted(entry.cause(), sum, currency));
        });
        if (entry.cause().equals("PayoutRequested")) checkPayout(entry);
    }

    private static @Nullable Long settled(Long before, Long more) {
        long left = Math.addExact(before, more);
        return left == 0 ? null : Long.valueOf(left);
    }

    private void checkPayout(LedgerEntry entry) {
        for (Posting posting : entry.postings()) {
            Account.Kind kind = posting.account().kind();
            if (kind != Account.Kind.DRIVER_PAYABLE && kind != Account.Kind.FLEET_PAYABLE) continue;
            long left = Objects.requireNonNullElse(
                    rebuilt.get(new Key(posting.account(), posting.amount().currency())), 0L);
            if (left > 0)
                breach(
                        "no_payout_above_balance",
                        entry.subject(),
                        "%d %s more than was owed"
                                .formatted(left, posting.amount().currency()));
        }
    }

    void compare(List<Posting> kept) {
        Map<Key, Long> missing = new HashMap<>(rebuilt);
        for (Posting balance : kept) {
            Key key = new Key(balance.account(), balance.amount().currency());
            long should = Objects.requireNonNullElse(missing.remove(key), 0L);
            if (should != balance.amount().amountMinor())
                breach(
                        "balances_are_sums",
                        key.account().kind() + " " + key.account().owner(),
                        "kept %d, rebuilt %d %s".formatted(balance.amount().amountMinor(), should, key.currency()));
        }
        missing.forEach((key, should) -> {
            if (should != 0)
                breach(
                        "balances_are_sums",
                        key.account().kind() + " " + key.account().owner(),
                        "nothing kept, rebuilt %d %s".formatted(should, key.currency()));
        });
    }

    void check(PaymentView payment) {
        if (payment.captured().compareTo(payment.authorised()) > 0)
            breach(
                    "no_capture_above_authorisation",
                    payment.orderId().value(),
                    "captured %s of %s".formatted(payment.captured(), payment.authorised()));
        if (payment.refunded().compareTo(payment.captured()) > 0)
            breach(
                    "no_refund_above_capture",
                    payment.orderId().value(),
                    "refunded %s of %s".formatted(payment.refunded(), payment.captured()));
    }

    private void breach(String invariant, String subject, String detail) {
        if (breaches.size() < MOST_BREACHES) breaches.add(new Breach(invariant, subject, detail));
    }

    LedgerProof outcome(Instant at) {
        unpaid.forEach((debt, left) -> {
            if (left < 0)
                breach("conservation_of_rides", debt.ride(), "paid %d %s too much".formatted(-left, debt.currency()));
        });
        return new LedgerProof(entries, postings, breaches, at);
    }
}
