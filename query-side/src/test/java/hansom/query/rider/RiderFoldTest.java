package hansom.query.rider;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.person.Sealed;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderEvent;
import hansom.contract.rider.RiderEvent.*;
import hansom.contract.rider.RiderView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiderFoldTest {
    private static final Sealed TEXT = new Sealed(ANNA.value(), "cipher");
    private static final RiderEvent REGISTERED = new RiderRegistered(ANNA, TEXT, "en", NOON);
    private static final RiderEvent CARD =
            new CardAdded(ANNA, VISA.cardId(), VISA.providerToken(), VISA.brand(), VISA.lastFour());

    @Test
    void keepsOneOfEachCardHoweverOftenItIsAdded() {
        assertThat(after(REGISTERED, CARD, CARD).cards()).hasSize(1);
        assertThat(after(REGISTERED, CARD, new CardRemoved(ANNA, VISA.cardId())).cards())
                .isEmpty();
    }

    @Test
    void keepsEveryConsent() {
        var first = new ConsentGiven(ANNA, "terms", "1", NOON);
        var second = new ConsentGiven(ANNA, "terms", "2", minute(1));
        assertThat(after(REGISTERED, first, second).consents())
                .extracting(RiderView.Consent::version)
                .containsExactly("1", "2");
    }

    @Test
    void isBlockedWithAReasonUntilUnblocked() {
        var blocked = new RiderBlocked(ANNA, "no-shows", "opr_1");
        assertThat(after(REGISTERED, blocked)).satisfies(rider -> {
            assertThat(rider.blocked()).isTrue();
            assertThat(rider.blockReason()).isEqualTo("no-shows");
        });
        assertThat(after(REGISTERED, blocked, new RiderUnblocked(ANNA, "appeal", "opr_1")))
                .satisfies(rider -> {
                    assertThat(rider.blocked()).isFalse();
                    assertThat(rider.blockReason()).isNull();
                });
    }

    @Test
    void keepsWhatAnEventDoesNotSpeakOf() {
        var profile = new RiderProfileChanged(ANNA, TEXT, null, "fr", null);
        var premium = new RiderClassified(ANNA, RiderClass.PREMIUM, "opr_1");
        assertThat(after(REGISTERED, profile, premium, CARD)).satisfies(rider -> {
            assertThat(rider.name()).isEqualTo(TEXT);
            assertThat(rider.language()).isEqualTo("fr");
            assertThat(rider.riderClass()).isEqualTo(RiderClass.PREMIUM);
            assertThat(rider.version()).isEqualTo(3);
        });
    }

    private static RiderView after(RiderEvent... events) {
        @Nullable RiderView view = null;
        long seq = 0;
        for (RiderEvent event : events) view = RiderFold.after(view, event, seq++);
        if (view == null) throw new AssertionError("nothing happened");
        return view;
    }
}
