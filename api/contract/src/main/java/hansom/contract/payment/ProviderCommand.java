package hansom.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What comes in from the provider's side: notices it sends on its own, and in the sandbox the rider's word at his bank. */
public sealed interface ProviderCommand {
    /**
     * A notice as the provider has sent it, with the signature from its header; refused forbidden when it was not the provider. Hearing the
     * same twice is nothing new.
     */
    record HearProvider(@TargetAggregateIdentifier String signature, String body) implements ProviderCommand {}

    /** Sandbox only: the rider confirms a payment at his bank, or does not; refused payment_unknown when nothing waits for it. */
    record ConfirmAtSandbox(@TargetAggregateIdentifier String providerRef, boolean yes) implements ProviderCommand {}
}
