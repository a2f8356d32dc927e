package hansom.contract.payout;

import hansom.contract.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a payout stands. */
public record PayoutView(
        PayoutId payoutId,
        Payee payee,
        LocalDate day,
        Money amount,
        Status status,
        @Nullable String bankRef,
        @Nullable String why,
        Instant requestedAt,
        @Nullable Instant doneAt,
        long version) {
    /** Whether the money has arrived. */
    public enum Status {
        REQUESTED,
        PAID,
        RETURNED
    }
}
