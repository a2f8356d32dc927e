package hansom.command.gateway;

/** What the provider says to a call. */
public sealed interface Answer {
    /** Done; {@code providerRef} is the provider's name of the reservation or charge. */
    record Approved(String providerRef) implements Answer {}

    /** Not done, and the same call will never be; {@code why} is the provider's code. */
    record Declined(String why) implements Answer {}

    /** Waits for the rider, who must confirm at this address. */
    record ConfirmationNeeded(String providerRef, String confirmAt) implements Answer {}

    /** Nobody can tell whether it was done: ask again under the same key. */
    record Unknown(String why) implements Answer {}
}
