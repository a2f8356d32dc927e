package hansom.contract.rider;

import hansom.contract.geo.Point;
import hansom.contract.person.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a rider. */
public sealed interface RiderCommand {
    @TargetAggregateIdentifier
    RiderId riderId();

    /** Somebody has signed in for the first time as a rider. */
    record RegisterRider(RiderId riderId, Sealed phone, String language) implements RiderCommand {}

    record ChangeRiderProfile(
            RiderId riderId,
            @Nullable Sealed name,
            @Nullable Sealed email,
            String language,
            @Nullable String avatarFile)
            implements RiderCommand {}

    /** Adds a place, or changes the one with the same id. */
    record SavePlace(RiderId riderId, SavedPlaceId placeId, Sealed label, Sealed address, Point point)
            implements RiderCommand {}

    record ForgetPlace(RiderId riderId, SavedPlaceId placeId) implements RiderCommand {}

    record AddContact(RiderId riderId, ContactId contactId, Sealed name, Sealed phone) implements RiderCommand {}

    record RemoveContact(RiderId riderId, ContactId contactId) implements RiderCommand {}

    /** Adds a card by the provider's token; the number itself never comes here. */
    record AddCard(RiderId riderId, CardId cardId, String providerToken, String brand, String lastFour)
            implements RiderCommand {}

    record RemoveCard(RiderId riderId, CardId cardId) implements RiderCommand {}

    record GiveConsent(RiderId riderId, String document, String version) implements RiderCommand {}

    /** Sent by an operator. */
    record ClassifyRider(RiderId riderId, RiderClass riderClass, String operator) implements RiderCommand {}

    /** Sent by an operator. */
    record BlockRider(RiderId riderId, String reason, String operator) implements RiderCommand {}

    /** Sent by an operator. */
    record UnblockRider(RiderId riderId, String reason, String operator) implements RiderCommand {}
}
