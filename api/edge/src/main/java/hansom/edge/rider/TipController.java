package hansom.edge.rider;

import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentCommand.TipDriver;
import hansom.contract.payment.PaymentId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Something for the driver, once a ride. */
@RestController
@Tag(name = "Rider: orders")
final class TipController {
    private final Commands commands;

    TipController(Commands commands) {
        this.commands = commands;
    }

    /** How much. */
    @Schema(name = "TipRequest")
    record Giving(@NotNull @Valid MoneyShape amount) {}

    @PostMapping("/v1/orders/{id}/tip")
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tip the driver of a paid ride",
            description = "Once a ride, by the way it was paid; not in cash.")
    @Refuses({
        RefusalCode.PAYMENT_UNKNOWN,
        RefusalCode.NOTHING_TO_CAPTURE,
        RefusalCode.AMOUNT_INVALID,
        RefusalCode.AMOUNT_TOO_LARGE,
        RefusalCode.PAYMENT_NOT_CHANGEABLE
    })
    Accepted tip(RiderId rider, @PathVariable OrderId id, @Valid @RequestBody Giving tip) {
        PaymentId payment = PaymentId.of(id);
        return commands.accept(
                payment, new TipDriver(payment, rider, tip.amount().money()));
    }
}
