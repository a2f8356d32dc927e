package hansom.contract.ledger;

import hansom.contract.id.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of the book. */
public sealed interface LedgerQuery {
    /** Answered with {@link Balances}: one line a currency, none when nothing was ever posted. */
    record FindBalance(Account account) implements LedgerQuery {}

    /** Entries that touch an account, newest first; answered with {@link LedgerPage}. */
    record ListEntries(Account account, @Nullable String cursor, int limit) implements LedgerQuery {}

    /** Entries about one order or payout, oldest first; answered with {@link LedgerPage}. */
    record ListEntriesAbout(String subject) implements LedgerQuery {}

    /** What a driver earned between two instants, ride by ride and in sum; answered with {@link Earnings}. */
    record FindEarnings(String driver, Instant from, Instant to) implements LedgerQuery {}

    /** Up to which position of the event store the book is complete; answered with a Long (-1 when nothing was read yet). */
    record FindLedgerHead() implements LedgerQuery {}

    /** What is owed to drivers and fleets up to a position of the event store, where positive; answered with {@link Payables}. */
    record ListPayables(Region region, long upToEvent) implements LedgerQuery {}

    /** The same for one payee, up to now; answered with {@link Payables}. */
    record FindPayable(String payee) implements LedgerQuery {}

    /** Checks every entry and rebuilds every balance from zero; answered with {@link LedgerProof}. */
    record ProveLedger() implements LedgerQuery {}
}
