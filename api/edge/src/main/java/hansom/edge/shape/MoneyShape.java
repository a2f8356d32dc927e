package hansom.edge.shape;

import hansom.contract.money.Money;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money in apps: whole minor units and an ISO 4217 currency. */
@Schema(name = "Money")
public record MoneyShape(
        @Schema(example = "1250", description = "In the currency's minor unit.") @NotNull
        Long amountMinor,

        @Schema(example = "EUR") @NotNull @Pattern(regexp = "[A-Z]{3}")
        String currency) {

    public static MoneyShape of(Money money) {
        return new MoneyShape(money.amountMinor(), money.currency().getCurrencyCode());
    }

    public static @Nullable MoneyShape ofAny(@Nullable Money money) {
        return money == null ? null : of(money);
    }

    public Money money() {
        try {
            return new Money(amountMinor, Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(RefusalCode.AMOUNT_INVALID, "there is no currency " + currency);
        }
    }
}
