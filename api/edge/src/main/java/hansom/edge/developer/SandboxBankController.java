package hansom.edge.developer;

import hansom.contract.payment.ProviderCommand.ConfirmAtSandbox;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Commands;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays the page of the rider's bank to which a payment's {@code confirm_at} leads; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/confirmations")
@Tag(name = "Developer")
final class SandboxBankController {
    private final Commands commands;

    SandboxBankController(Commands commands) {
        this.commands = commands;
    }

    /** What the rider tells his bank; yes when left out. */
    @Schema(name = "ConfirmPaymentRequest")
    record Word(@Nullable Boolean yes) {}

    @PostMapping("/{providerRef}")
    @SecurityRequirements
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm a payment at the played bank, or refuse it",
            description = "The address stands in a payment's confirm_at (3-D Secure).")
    @Refuses(RefusalCode.PAYMENT_UNKNOWN)
    void confirm(@PathVariable String providerRef, @RequestBody(required = false) @Nullable Word word) {
        boolean yes = word == null || !Boolean.FALSE.equals(word.yes());
        commands.send(new ConfirmAtSandbox(providerRef, yes));
    }
}
