package hansom.command.gateway;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.util.Optional;

/**
 * The provider of card payments. Every call carries a key: made again under the same key it is the same call, and tells what has become of
 * it by now. What cannot be told is {@link Answer.Unknown}, never an exception.
 */
public interface PaymentGateway {
    /** Reserves so much on a card. */
    Answer authorise(CallId key, String cardToken, Money amount);

    /** Takes part or all of a reservation once and for all; the rest of it is free again. */
    Answer capture(CallId key, String providerRef, Money amount);

    /** Gives up a reservation. */
    Answer release(CallId key, String providerRef);

    /** Gives back money that was taken. */
    Answer refund(CallId key, String providerRef, Money amount);

    /** Takes money from a card at once, without the rider being there to confirm. */
    Answer charge(CallId key, String cardToken, Money amount);

    /** What has become of a reservation or charge; unknown when the provider has never heard of the key. */
    Answer status(CallId key);

    /** The call that a reservation or charge of the provider came from; empty when it is none of ours. */
    Optional<CallId> callOf(String providerRef);
}
