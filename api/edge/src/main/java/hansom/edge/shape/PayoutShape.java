package hansom.edge.shape;

import hansom.contract.payout.PayoutView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was sent to a driver or fleet for a day, and whether it has arrived. */
@Schema(name = "Payout")
public record PayoutShape(
        String payoutId,
        String payee,
        LocalDate day,
        MoneyShape amount,
        PayoutView.Status status,
        @Nullable String bankRef,

        @Schema(description = "Why the bank sent it back.") @Nullable
        String why,

        Instant requestedAt,
        @Nullable Instant doneAt,
        long version) {

    public static PayoutShape of(PayoutView payout) {
        return new PayoutShape(
                payout.payoutId().value(),
                payout.payee().id(),
                payout.day(),
                MoneyShape.of(payout.amount()),
                payout.status(),
                payout.bankRef(),
                payout.why(),
                payout.requestedAt(),
                payout.doneAt(),
                payout.version());
    }
}
