package hansom.edge.rider;

import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PaymentQuery.FindPurse;
import hansom.contract.payment.PurseCommand.OpenWallet;
import hansom.contract.payment.PurseCommand.TopUpPurse;
import hansom.contract.payment.PurseId;
import hansom.contract.payment.PurseView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.idempotency.IdempotencyKey;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MethodShape;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PurseShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A rider's wallet: opened once, topped up from a card, chosen as a way of paying. */
@RestController
@RequestMapping("/v1/wallets/mine")
@Tag(name = "Rider: me")
final class WalletController {
    private final Commands commands;
    private final Questions questions;
    private final Riders riders;

    WalletController(Commands commands, Questions questions, Riders riders) {
        this.commands = commands;
        this.questions = questions;
        this.riders = riders;
    }

    /** In which currency. */
    @Schema(name = "OpenWalletRequest")
    record Opening(
            @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(example = "EUR")
            String currency) {}

    /** How much, and from which card of the rider's. */
    @Schema(name = "TopUpRequest")
    record TopUp(
            @NotNull @Valid MoneyShape amount, @NotBlank String cardId) {}

    @GetMapping
    @Operation(summary = "What is in the wallet")
    @Refuses({RefusalCode.PURSE_UNKNOWN, RefusalCode.VIEW_BEHIND})
    PurseShape wallet(RiderId rider, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        PurseId wallet = PurseId.walletOf(rider);
        return questions
                .fresh(minVersion, () -> questions.find(new FindPurse(wallet), PurseView.class), PurseView::version)
                .map(view -> PurseShape.of(view, false))
                .orElseThrow(() -> new Refused(RefusalCode.PURSE_UNKNOWN));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Open a wallet", description = "One a rider; the same again is the same wallet.")
    @Refuses(RefusalCode.AMOUNT_INVALID)
    Accepted open(RiderId rider, @Valid @RequestBody Opening opening) {
        PurseId wallet = PurseId.walletOf(rider);
        MoneyShape none = new MoneyShape(0L, opening.currency());
        return commands.accept(
                wallet, new OpenWallet(wallet, rider, none.money().currency()));
    }

    @PostMapping("/top-ups")
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Put money in from a card", description = "The wallet has it once the provider has taken it.")
    @Refuses({RefusalCode.PURSE_UNKNOWN, RefusalCode.PAYMENT_METHOD_UNKNOWN, RefusalCode.AMOUNT_INVALID})
    Accepted topUp(RiderId rider, IdempotencyKey key, @Valid @RequestBody TopUp topUp) {
        PurseId wallet = PurseId.walletOf(rider);
        var card = new MethodChoice(MethodShape.Type.CARD, topUp.cardId(), null);
        if (!(riders.method(rider, card) instanceof PaymentMethod.Card known))
            throw new Refused(RefusalCode.PAYMENT_METHOD_UNKNOWN);
        return commands.accept(
                wallet,
                new TopUpPurse(
                        wallet,
                        rider,
                        key.derivedId("top"),
                        known,
                        topUp.amount().money()));
    }
}
