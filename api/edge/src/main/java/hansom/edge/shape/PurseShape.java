package hansom.edge.shape;

import hansom.contract.payment.PurseView;
import hansom.contract.rider.RiderId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rider's wallet, or a company's account. */
@Schema(name = "Purse")
public record PurseShape(
        @Schema(example = "prs_01935d2a-0000-7000-8000-000000000004")
        String purseId,

        @Schema(description = "Left out for a wallet.") @Nullable
        String company,

        MoneyShape balance,
        MoneyShape reserved,

        @Schema(description = "What may still be spent, credit included.")
        MoneyShape free,

        @Schema(description = "Who may pay from it; only the office sees them.") @Nullable
        List<String> members,

        long version) {

    public static PurseShape of(PurseView purse, boolean office) {
        return new PurseShape(
                purse.purseId().value(),
                purse.company(),
                MoneyShape.of(purse.balance()),
                MoneyShape.of(purse.reserved()),
                MoneyShape.of(purse.free()),
                office ? purse.members().stream().map(RiderId::value).sorted().toList() : null,
                purse.version());
    }
}
