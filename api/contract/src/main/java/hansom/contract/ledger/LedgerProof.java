package hansom.contract.ledger;

import java.time.Instant;
import java.util.List;

/** The outcome of checking the whole book: how much was read, and each invariant that does not hold (none when all is well). */
public record LedgerProof(long entries, long postings, List<Breach> breaches, Instant at) {
    public LedgerProof {
        breaches = List.copyOf(breaches);
    }

    /** One invariant that does not hold, and where. */
    public record Breach(String invariant, String subject, String detail) {}
}
