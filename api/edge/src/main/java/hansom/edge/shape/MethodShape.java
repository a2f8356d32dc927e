package hansom.edge.shape;

import hansom.contract.payment.PaymentMethod;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an order is paid. */
@Schema(name = "PaymentMethod")
public record MethodShape(
        Type type,
        @Nullable String cardId,
        @Nullable String purseId,
        @Schema(example = "visa") @Nullable String brand,
        @Schema(example = "4242") @Nullable String lastFour) {

    /** The kinds of paying. */
    public enum Type {
        CARD,
        CASH,
        WALLET,
        ACCOUNT
    }

    /** As its owner sees it; others see only of which kind it is. */
    public static MethodShape of(PaymentMethod method, boolean own) {
        return switch (method) {
            case PaymentMethod.Card card
            when own -> new MethodShape(Type.CARD, card.cardId().value(), null, card.brand(), card.lastFour());
            case PaymentMethod.Card card -> new MethodShape(Type.CARD, null, null, null, null);
            case PaymentMethod.Cash cash -> new MethodShape(Type.CASH, null, null, null, null);
            case PaymentMethod.FromPurse purse ->
                new MethodShape(
                        purse.corporate() ? Type.ACCOUNT : Type.WALLET,
                        null,
                        own ? purse.purseId().value() : null,
                        null,
                        null);
        };
    }
}
