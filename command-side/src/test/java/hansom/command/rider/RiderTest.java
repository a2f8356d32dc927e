package hansom.command.rider;

import static hansom.command.refusal.Refusals.refuses;

import hansom.contract.geo.Point;
import hansom.contract.person.Sealed;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.CardId;
import hansom.contract.rider.ContactId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderCommand.*;
import hansom.contract.rider.RiderEvent;
import hansom.contract.rider.RiderEvent.*;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.SavedPlaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiderTest {
    private static final String UUID = "019a0000-0000-7000-8000-000000000000";
    private static final RiderId ANNA = new RiderId("rid_" + UUID);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RiderRegistered REGISTERED = new RiderRegistered(ANNA, sealed("phone"), "en", NOON);
    private static final Point HOME = new Point(43.7384, 7.4246);

    private final AggregateTestFixture<Rider> rider = new AggregateTestFixture<>(Rider.class);

    @BeforeEach
    void standsAtNoon() {
        rider.registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void registersOnce() {
        var register = new RegisterRider(ANNA, sealed("phone"), "en");
        rider.givenNoPriorActivity().when(register).expectEvents(REGISTERED);
        rider.given(REGISTERED).when(register).expectNoEvents();
        refuses(RefusalCode.RIDER_UNKNOWN, rider.givenNoPriorActivity().when(new BlockRider(ANNA, "fraud", "op_1")));
    }

    @Test
    void keepsPlacesUnderTheirIds() {
        SavedPlaceId home = place(0);
        var saved = new PlaceSaved(ANNA, home, sealed("home"), sealed("street"), HOME);
        var save = new SavePlace(ANNA, home, sealed("home"), sealed("street"), HOME);
        rider.given(REGISTERED).when(save).expectEvents(saved);
        rider.given(REGISTERED, saved).when(save).expectNoEvents();
        rider.given(REGISTERED, saved)
                .when(new SavePlace(ANNA, home, sealed("my home"), sealed("street"), HOME))
                .expectEvents(new PlaceSaved(ANNA, home, sealed("my home"), sealed("street"), HOME));
        var forgotten = new PlaceForgotten(ANNA, home);
        rider.given(REGISTERED, saved).when(new ForgetPlace(ANNA, home)).expectEvents(forgotten);
        rider.given(REGISTERED, saved, forgotten)
                .when(new ForgetPlace(ANNA, home))
                .expectNoEvents();
    }

    @Test
    void keepsTwentyPlacesAtMost() {
        List<RiderEvent> many = new ArrayList<>(List.of(REGISTERED));
        for (int n = 0; n < 20; n++) many.add(new PlaceSaved(ANNA, place(n), sealed("label"), sealed("address"), HOME));
        refuses(
                RefusalCode.TOO_MANY,
                rider.given(many).when(new SavePlace(ANNA, place(20), sealed("one"), sealed("more"), HOME)));
        rider.given(many)
                .when(new SavePlace(ANNA, place(19), sealed("other"), sealed("label"), HOME))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void keepsContactsAndCards() {
        ContactId sister = new ContactId("ctc_" + UUID);
        var contact = new ContactAdded(ANNA, sister, sealed("sister"), sealed("phone"));
        rider.given(REGISTERED)
                .when(new AddContact(ANNA, sister, sealed("sister"), sealed("phone")))
                .expectEvents(contact);
        rider.given(REGISTERED, contact)
                .when(new RemoveContact(ANNA, sister))
                .expectEvents(new ContactRemoved(ANNA, sister));
        CardId visa = new CardId("crd_" + UUID);
        var card = new CardAdded(ANNA, visa, "tok", "visa", "4242");
        var add = new AddCard(ANNA, visa, "tok", "visa", "4242");
        rider.given(REGISTERED).when(add).expectEvents(card);
        rider.given(REGISTERED, card).when(add).expectNoEvents();
        rider.given(REGISTERED, card).when(new RemoveCard(ANNA, visa)).expectEvents(new CardRemoved(ANNA, visa));
        rider.given(REGISTERED).when(new RemoveCard(ANNA, visa)).expectNoEvents();
    }

    @Test
    void consentsOnceToEachVersion() {
        var given = new ConsentGiven(ANNA, "terms", "1", NOON);
        rider.given(REGISTERED).when(new GiveConsent(ANNA, "terms", "1")).expectEvents(given);
        rider.given(REGISTERED, given).when(new GiveConsent(ANNA, "terms", "1")).expectNoEvents();
        rider.given(REGISTERED, given)
                .when(new GiveConsent(ANNA, "terms", "2"))
                .expectEvents(new ConsentGiven(ANNA, "terms", "2", NOON));
    }

    @Test
    void isBlockedAndUnblockedOnce() {
        var blocked = new RiderBlocked(ANNA, "fraud", "op_1");
        var unblocked = new RiderUnblocked(ANNA, "mistake", "op_1");
        rider.given(REGISTERED).when(new BlockRider(ANNA, "fraud", "op_1")).expectEvents(blocked);
        rider.given(REGISTERED, blocked)
                .when(new BlockRider(ANNA, "more", "op_2"))
                .expectNoEvents();
        rider.given(REGISTERED, blocked)
                .when(new UnblockRider(ANNA, "mistake", "op_1"))
                .expectEvents(unblocked);
        rider.given(REGISTERED, blocked, unblocked)
                .when(new UnblockRider(ANNA, "mistake", "op_1"))
                .expectNoEvents();
    }

    @Test
    void tellsOfAProfileOrClassThatIsNewOnly() {
        var change = new ChangeRiderProfile(ANNA, sealed("name"), null, "ru", null);
        var changed = new RiderProfileChanged(ANNA, sealed("name"), null, "ru", null);
        rider.given(REGISTERED).when(change).expectEvents(changed);
        rider.given(REGISTERED, changed).when(change).expectNoEvents();
        rider.given(REGISTERED)
                .when(new ClassifyRider(ANNA, RiderClass.REGULAR, "op_1"))
                .expectNoEvents();
        rider.given(REGISTERED)
                .when(new ClassifyRider(ANNA, RiderClass.PREMIUM, "op_1"))
                .expectEvents(new RiderClassified(ANNA, RiderClass.PREMIUM, "op_1"));
    }

    private static SavedPlaceId place(int n) {
        return new SavedPlaceId("plc_019a0000-0000-7000-8000-%012x".formatted(n));
    }

    private static Sealed sealed(String text) {
        return new Sealed(ANNA.value(), text);
    }
}
