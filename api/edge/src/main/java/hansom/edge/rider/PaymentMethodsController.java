package hansom.edge.rider;

import hansom.contract.payment.PaymentQuery.ListPurses;
import hansom.contract.payment.PurseView;
import hansom.contract.payment.Purses;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderCommand.AddCard;
import hansom.contract.rider.RiderCommand.RemoveCard;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.idempotency.IdempotencyKey;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MethodShape;
import hansom.edge.shape.MoneyShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a rider can pay with. */
@RestController
@RequestMapping("/v1/payment-methods")
@Tag(name = "Rider: me")
final class PaymentMethodsController {
    private final Commands commands;
    private final Questions questions;
    private final Riders riders;

    PaymentMethodsController(Commands commands, Questions questions, Riders riders) {
        this.commands = commands;
        this.questions = questions;
        this.riders = riders;
    }

    /** A card that the provider has taken; its number never comes here. */
    @Schema(name = "AddCardRequest")
    record NewCard(
            @NotBlank @Size(max = 200) @Schema(description = "The provider's token.", example = "tok_visa")
            String providerToken,

            @NotBlank @Size(max = 20) @Schema(example = "visa")
            String brand,

            @NotNull @Pattern(regexp = "\\d{4}") @Schema(example = "4242")
            String lastFour) {}

    /** What the rider can pay with; {@code version} is that of the rider's page. */
    @Schema(name = "PaymentMethods")
    record Methods(List<Method> methods, long version) {
        Methods {
            methods = List.copyOf(methods);
        }
    }

    /** One way of paying; a wallet or account with what may still be spent. */
    @Schema(name = "OwnPaymentMethod")
    record Method(
            MethodShape.Type type,
            @Nullable String cardId,
            @Nullable String purseId,
            @Nullable String brand,
            @Nullable String lastFour,
            @Nullable String company,
            @Nullable MoneyShape free) {
        static Method cash() {
            return new Method(MethodShape.Type.CASH, null, null, null, null, null, null);
        }

        static Method of(RiderView.Card card) {
            return new Method(
                    MethodShape.Type.CARD, card.cardId().value(), null, card.brand(), card.lastFour(), null, null);
        }

        static Method of(PurseView purse) {
            return new Method(
                    purse.company() == null ? MethodShape.Type.WALLET : MethodShape.Type.ACCOUNT,
                    null,
                    purse.purseId().value(),
                    null,
                    null,
                    purse.company(),
                    MoneyShape.of(purse.free()));
        }
    }

    @GetMapping
    @Operation(summary = "Cards, wallet, accounts, cash")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    Methods list(RiderId rider, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        RiderView view = riders.rider(rider, minVersion);
        Purses purses = questions.get(new ListPurses(rider), Purses.class);
        return new Methods(
                Stream.of(
                                view.cards().stream().map(Method::of),
                                purses.purses().stream().map(Method::of),
                                Stream.of(Method.cash()))
                        .flatMap(methods -> methods)
                        .toList(),
                view.version());
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Add a card by the provider's token", description = "The answer's id is the rider's.")
    @Refuses({RefusalCode.TOO_MANY, RefusalCode.RIDER_UNKNOWN, RefusalCode.RIDER_BLOCKED})
    Added add(RiderId rider, IdempotencyKey key, @Valid @RequestBody NewCard card) {
        CardId id = new CardId(key.derivedId("crd"));
        Accepted accepted = commands.accept(
                rider, new AddCard(rider, id, card.providerToken(), card.brand().strip(), card.lastFour()));
        return new Added(id.value(), accepted.id(), accepted.version());
    }

    /** The new card, and the version of the rider's page that has it. */
    @Schema(name = "CardAdded")
    record Added(String cardId, String id, long version) {}

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Remove a card")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.PAYMENT_METHOD_UNKNOWN})
    Accepted remove(RiderId rider, @PathVariable CardId id) {
        return commands.accept(rider, new RemoveCard(rider, id));
    }
}
