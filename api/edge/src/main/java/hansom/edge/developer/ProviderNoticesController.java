package hansom.edge.developer;

import hansom.contract.payment.ProviderCommand.HearProvider;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Commands;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the card provider sends its notices; open to all, for the signature says who speaks. */
@RestController
@Tag(name = "Developer")
final class ProviderNoticesController {
    private final Commands commands;

    ProviderNoticesController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/providers/stripe/notices")
    @SecurityRequirements
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "A notice of Stripe's",
            description = "Refused without Stripe's signature; not found where Stripe is not the provider.")
    @Refuses({RefusalCode.FORBIDDEN, RefusalCode.MALFORMED_BODY, RefusalCode.NOT_FOUND})
    void hear(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody String body) {
        if (signature == null || signature.isBlank()) throw new Refused(RefusalCode.FORBIDDEN, "it is not signed");
        try {
            commands.send(new HearProvider(signature, body));
        } catch (NoHandlerForCommandException otherProvider) {
            throw new Refused(RefusalCode.NOT_FOUND, "Stripe is not the provider here");
        }
    }
}
