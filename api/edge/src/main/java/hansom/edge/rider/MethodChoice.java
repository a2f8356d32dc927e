package hansom.edge.rider;

import hansom.edge.shape.MethodShape;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How a rider wants to pay: a card of his by id, cash, his wallet, or a company's account. */
@Schema(name = "PaymentChoice", example = "{\"type\": \"cash\"}")
record MethodChoice(
        MethodShape.@NotNull Type type,
        @Schema(description = "With type card.") @Nullable String cardId,

        @Schema(description = "With type account.") @Nullable
        String purseId) {}
