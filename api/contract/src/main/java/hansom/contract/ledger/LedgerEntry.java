package hansom.contract.ledger;

import java.time.Instant;
import java.util.List;

/**
 * The postings that one event causes; they sum to zero in each currency, otherwise IllegalArgumentException. {@code id} is the event's id,
 * {@code position} its place in the event store, {@code subject} the order or payout it is about.
 */
public record LedgerEntry(String id, long position, String cause, String subject, Instant at, List<Posting> postings) {
    public LedgerEntry {
        postings = List.copyOf(postings);
        postings.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        posting -> posting.amount().currency(),
                        java.util.stream.Collectors.summingLong(
                                posting -> posting.amount().amountMinor())))
                .forEach((currency, sum) -> {
                    if (sum != 0)
                        throw new IllegalArgumentException("%s is out by %d %s".formatted(cause, sum, currency));
                });
    }
}
