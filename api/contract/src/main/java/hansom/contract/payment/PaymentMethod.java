package hansom.contract.payment;

import hansom.contract.rider.CardId;

/** How a rider pays for an order. */
public sealed interface PaymentMethod {
    /** A card that the provider knows by its token. */
    record Card(CardId cardId, String providerToken, String brand, String lastFour) implements PaymentMethod {}

    /** Cash to the driver at the end. */
    record Cash() implements PaymentMethod {}

    /** The rider's wallet, or an account of a company of which the rider is a member. */
    record FromPurse(PurseId purseId, boolean corporate) implements PaymentMethod {}
}
