package hansom.contract.rider;

import hansom.contract.geo.Point;
import hansom.contract.person.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of a rider. */
public sealed interface RiderEvent {
    RiderId riderId();

    @Revision("1")
    record RiderRegistered(RiderId riderId, Sealed phone, String language, Instant at) implements RiderEvent {}

    @Revision("1")
    record RiderProfileChanged(
            RiderId riderId,
            @Nullable Sealed name,
            @Nullable Sealed email,
            String language,
            @Nullable String avatarFile)
            implements RiderEvent {}

    @Revision("1")
    record PlaceSaved(RiderId riderId, SavedPlaceId placeId, Sealed label, Sealed address, Point point)
            implements RiderEvent {}

    @Revision("1")
    record PlaceForgotten(RiderId riderId, SavedPlaceId placeId) implements RiderEvent {}

    @Revision("1")
    record ContactAdded(RiderId riderId, ContactId contactId, Sealed name, Sealed phone) implements RiderEvent {}

    @Revision("1")
    record ContactRemoved(RiderId riderId, ContactId contactId) implements RiderEvent {}

    @Revision("1")
    record CardAdded(RiderId riderId, CardId cardId, String providerToken, String brand, String lastFour)
            implements RiderEvent {}

    @Revision("1")
    record CardRemoved(RiderId riderId, CardId cardId) implements RiderEvent {}

    @Revision("1")
    record ConsentGiven(RiderId riderId, String document, String version, Instant at) implements RiderEvent {}

    @Revision("1")
    record RiderClassified(RiderId riderId, RiderClass riderClass, String operator) implements RiderEvent {}

    @Revision("1")
    record RiderBlocked(RiderId riderId, String reason, String operator) implements RiderEvent {}

    @Revision("1")
    record RiderUnblocked(RiderId riderId, String reason, String operator) implements RiderEvent {}
}
