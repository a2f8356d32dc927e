package hansom.contract.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of entries and where the next one begins. */
public record LedgerPage(
        List<LedgerEntry> entries, @Nullable String next) {
    public LedgerPage {
        entries = List.copyOf(entries);
    }
}
