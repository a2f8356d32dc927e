package hansom.contract.rider;

import hansom.contract.geo.Point;
import hansom.contract.person.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rider's own page. Ratings are hundredths of a star, the mean of the last 150. */
public record RiderView(
        RiderId riderId,
        Sealed phone,
        @Nullable Sealed name,
        @Nullable Sealed email,
        String language,
        @Nullable String avatarFile,
        RiderClass riderClass,
        boolean blocked,
        @Nullable String blockReason,
        List<SavedPlace> places,
        List<Contact> contacts,
        List<Card> cards,
        List<Consent> consents,
        @Nullable Integer rating,
        int ratings,
        Instant registeredAt,
        long version) {
    public RiderView {
        places = List.copyOf(places);
        contacts = List.copyOf(contacts);
        cards = List.copyOf(cards);
        consents = List.copyOf(consents);
    }

    /** A place a rider has named. */
    public record SavedPlace(SavedPlaceId placeId, Sealed label, Sealed address, Point point) {}

    /** Somebody to be told in an emergency. */
    public record Contact(ContactId contactId, Sealed name, Sealed phone) {}

    /** A card, known by the provider's token. */
    public record Card(CardId cardId, String providerToken, String brand, String lastFour) {}

    /** A document agreed to. */
    public record Consent(String document, String version, Instant at) {}
}
