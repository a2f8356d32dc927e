package hansom.command.rider;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderCommand.AddCard;
import hansom.contract.rider.RiderCommand.AddContact;
import hansom.contract.rider.RiderCommand.BlockRider;
import hansom.contract.rider.RiderCommand.ChangeRiderProfile;
import hansom.contract.rider.RiderCommand.ClassifyRider;
import hansom.contract.rider.RiderCommand.ForgetPlace;
import hansom.contract.rider.RiderCommand.GiveConsent;
import hansom.contract.rider.RiderCommand.RegisterRider;
import hansom.contract.rider.RiderCommand.RemoveCard;
import hansom.contract.rider.RiderCommand.RemoveContact;
import hansom.contract.rider.RiderCommand.SavePlace;
import hansom.contract.rider.RiderCommand.UnblockRider;
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
import hansom.contract.rider.RiderId;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Somebody who is driven. Everything personal comes sealed; the rider's number is no part of this. */
@Aggregate
class Rider {
    @AggregateIdentifier
    private RiderId id;

    private State state = State.UNREGISTERED;
    private @Nullable RiderProfileChanged profile;
    private RiderClass riderClass = RiderClass.REGULAR;
    private final Belongings places = new Belongings();
    private final Belongings contacts = new Belongings();
    private final Belongings cards = new Belongings();
    private final Set<String> consents = new HashSet<>();

    private enum State {
        UNREGISTERED,
        REGISTERED,
        BLOCKED
    }

    @Decides
    void handle(RegisterRider register, Clock clock) {
        if (state == State.UNREGISTERED)
            apply(new RiderRegistered(register.riderId(), register.phone(), register.language(), clock.instant()));
    }

    @Decides
    void handle(ChangeRiderProfile change) {
        check();
        RiderProfileChanged told =
                new RiderProfileChanged(id, change.name(), change.email(), change.language(), change.avatarFile());
        if (!told.equals(profile)) apply(told);
    }

    @Decides
    void handle(SavePlace save) {
        check();
        PlaceSaved told = new PlaceSaved(id, save.placeId(), save.label(), save.address(), save.point());
        if (places.isNew(save.placeId().value(), told)) apply(told);
    }

    @Decides
    void handle(ForgetPlace forget) {
        check();
        if (places.has(forget.placeId().value())) apply(new PlaceForgotten(id, forget.placeId()));
    }

    @Decides
    void handle(AddContact add) {
        check();
        ContactAdded told = new ContactAdded(id, add.contactId(), add.name(), add.phone());
        if (contacts.isNew(add.contactId().value(), told)) apply(told);
    }

    @Decides
    void handle(RemoveContact remove) {
        check();
        if (contacts.has(remove.contactId().value())) apply(new ContactRemoved(id, remove.contactId()));
    }

    @Decides
    void handle(AddCard add) {
        check();
        CardAdded told = new CardAdded(id, add.cardId(), add.providerToken(), add.brand(), add.lastFour());
        if (cards.isNew(add.cardId().value(), told)) apply(told);
    }

    @Decides
    void handle(RemoveCard remove) {
        check();
        if (cards.has(remove.cardId().value())) apply(new CardRemoved(id, remove.cardId()));
    }

    @Decides
    void handle(GiveConsent give, Clock clock) {
        check();
        if (!consents.contains(give.document() + " " + give.version()))
            apply(new ConsentGiven(id, give.document(), give.version(), clock.instant()));
    }

    @Decides
    void handle(ClassifyRider classify) {
        check();
        if (riderClass != classify.riderClass())
            apply(new RiderClassified(id, classify.riderClass(), classify.operator()));
    }

    @Decides
    void handle(BlockRider block) {
        check();
        if (state != State.BLOCKED) apply(new RiderBlocked(id, block.reason(), block.operator()));
    }

    @Decides
    void handle(UnblockRider unblock) {
        check();
        if (state == State.BLOCKED) apply(new RiderUnblocked(id, unblock.reason(), unblock.operator()));
    }

    @EventSourcingHandler
    void on(RiderEvent event) {
        id = event.riderId();
        switch (event) {
            case RiderRegistered registered -> state = State.REGISTERED;
            case RiderProfileChanged changed -> profile = changed;
            case PlaceSaved saved -> places.keep(saved.placeId().value(), saved);
            case PlaceForgotten forgotten -> places.drop(forgotten.placeId().value());
            case ContactAdded added -> contacts.keep(added.contactId().value(), added);
            case ContactRemoved removed -> contacts.drop(removed.contactId().value());
            case CardAdded added -> cards.keep(added.cardId().value(), added);
            case CardRemoved removed -> cards.drop(removed.cardId().value());
            case ConsentGiven given -> consents.add(given.document() + " " + given.version());
            case RiderClassified classified -> riderClass = classified.riderClass();
            case RiderBlocked blocked -> state = State.BLOCKED;
            case RiderUnblocked unblocked -> state = State.REGISTERED;
        }
    }

    private void check() {
        if (state == State.UNREGISTERED) throw new RefusedException(RefusalCode.RIDER_UNKNOWN);
    }
}
