package hansom.query.rider;

import hansom.contract.person.Sealed;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderEvent;
import hansom.contract.rider.RiderEvent.CardAdded;
import hansom.contract.rider.RiderEvent.CardRemoved;
import hansom.contract.rider.RiderEvent.ConsentGiven;
import hansom.contract.rider.RiderEvent.ContactAdded;
import hansom.contract.rider.RiderEvent.ContactRemoved;
import hansom.contract.rider.RiderEvent.PlaceForgotten;
import hansom.contract.rider.RiderEvent.PlaceSaved;
import hansom.contract.rider.RiderEvent.RiderBlocked;
import hansom.contract.rider.RiderEvent.RiderClassified;
import hansom.contract.rider.RiderEvent.RiderProfileChanged;
import hansom.contract.rider.RiderEvent.RiderRegistered;
import hansom.contract.rider.RiderEvent.RiderUnblocked;
import hansom.contract.rider.RiderView;
import hansom.contract.rider.RiderView.Card;
import hansom.contract.rider.RiderView.Consent;
import hansom.contract.rider.RiderView.Contact;
import hansom.contract.rider.RiderView.SavedPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of a rider's view. */
final class RiderFold {
    private final RiderView before;
    private @Nullable Sealed name;
    private @Nullable Sealed email;
    private String language;
    private @Nullable String avatarFile;
    private RiderClass riderClass;
    private boolean blocked;
    private @Nullable String blockReason;
    private final List<SavedPlace> places;
    private final List<Contact> contacts;
    private final List<Card> cards;
    private final List<Consent> consents;

    private RiderFold(RiderView before) {
        this.before = before;
        this.name = before.name();
        this.email = before.email();
        this.language = before.language();
        this.avatarFile = before.avatarFile();
        this.riderClass = before.riderClass();
        this.blocked = before.blocked();
        this.blockReason = before.blockReason();
        this.places = new ArrayList<>(before.places());
        this.contacts = new ArrayList<>(before.contacts());
        this.cards = new ArrayList<>(before.cards());
        this.consents = new ArrayList<>(before.consents());
    }

    static RiderView after(@Nullable RiderView before, RiderEvent event, long version) {
        if (event instanceof RiderRegistered registered)
            return new RiderView(
                    registered.riderId(),
                    registered.phone(),
                    null,
                    null,
                    registered.language(),
                    null,
                    RiderClass.REGULAR,
                    false,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    0,
                    registered.at(),
                    version);
        if (before == null) throw new IllegalStateException("a rider's story begins with registering");
        RiderFold fold = new RiderFold(before);
        fold.apply(event);
        return fold.view(version);
    }

    private void apply(RiderEvent event) {
        switch (event) {
            case RiderRegistered again -> {}
            case RiderProfileChanged changed -> {
                name = changed.name();
                email = changed.email();
                language = changed.language();
                avatarFile = changed.avatarFile();
            }
            case PlaceSaved saved -> {
                places.removeIf(known -> known.placeId().equals(saved.placeId()));
                places.add(new SavedPlace(saved.placeId(), saved.label(), saved.address(), saved.point()));
            }
            case PlaceForgotten forgotten ->
                places.removeIf(known -> known.placeId().equals(forgotten.placeId()));
            case ContactAdded added -> {
                contacts.removeIf(known -> known.contactId().equals(added.contactId()));
                contacts.add(new Contact(added.contactId(), added.name(), added.phone()));
            }
            case ContactRemoved removed ->
                contacts.removeIf(known -> known.contactId().equals(removed.contactId()));
            case CardAdded added -> {
                cards.removeIf(known -> known.cardId().equals(added.cardId()));
                cards.add(new Card(added.cardId(), added.providerToken(), added.brand(), added.lastFour()));
            }
            case CardRemoved removed -> cards.removeIf(known -> known.cardId().equals(removed.cardId()));
            case ConsentGiven given -> consents.add(new Consent(given.document(), given.version(), given.at()));
            case RiderClassified classified -> riderClass = classified.riderClass();
            case RiderBlocked told -> {
                blocked = true;
                blockReason = told.reason();
            }
            case RiderUnblocked told -> {
                blocked = false;
                blockReason = null;
            }
        }
    }

    private RiderView view(long version) {
        return new RiderView(
                before.riderId(),
                before.phone(),
                name,
                email,
                language,
                avatarFile,
                riderClass,
                blocked,
                blockReason,
                places,
                contacts,
                cards,
                consents,
                before.rating(),
                before.ratings(),
                before.registeredAt(),
                version);
    }
}
