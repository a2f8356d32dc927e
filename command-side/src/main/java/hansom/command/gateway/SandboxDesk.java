package hansom.command.gateway;

import hansom.command.refusal.RefusedException;
import hansom.contract.payment.ProviderCommand.ConfirmAtSandbox;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.commandhandling.CommandHandler;

/** Where the rider's word at his bank arrives when the provider is played. */
final class SandboxDesk {
    private final SandboxProvider provider;

    SandboxDesk(SandboxProvider provider) {
        this.provider = provider;
    }

    @CommandHandler
    void handle(ConfirmAtSandbox confirm) {
        if (!provider.confirm(confirm.providerRef(), confirm.yes()))
            throw new RefusedException(RefusalCode.PAYMENT_UNKNOWN);
    }
}
