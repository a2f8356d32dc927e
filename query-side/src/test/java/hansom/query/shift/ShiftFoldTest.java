package hansom.query.shift;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.id.Region;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftEvent.*;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.contract.shift.ShiftView.State;
import hansom.query.feed.FeedsUnderTest;
import hansom.query.testing.ViewsUnderTest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShiftFoldTest {
    private static final ShiftId SHIFT = ShiftId.of(BEN);
    private static final OfferId OFFER = OfferId.of(SHIFT, ORDER, 1);
    private static final ShiftEvent OPENED = new ShiftOpened(SHIFT, 1, onShift(BEN, null), Region.LOCAL, NOON);
    private static final ShiftEvent PAUSED = new ShiftPaused(SHIFT, NOON);
    private static final ShiftEvent SHOWN = new OfferShown(SHIFT, OFFER, ORDER, terms(), NOON, NOON.plusSeconds(15));
    private static final ShiftEvent ACCEPTED =
            new OfferAccepted(SHIFT, OFFER, ORDER, onShift(BEN, null), terms(), NOON);
    private static final ShiftEvent RELEASED = new ShiftReleased(SHIFT, ORDER, ReleaseReason.TRIP_ENDED, minute(27));

    @Test
    void showsAnOfferThenTheOrderThenNothing() {
        assertThat(after(OPENED, SHOWN)).satisfies(shift -> {
            assertThat(shift.state()).isEqualTo(State.OFFERED);
            assertThat(shift.offer()).isNotNull();
        });
        assertThat(after(OPENED, SHOWN, ACCEPTED)).satisfies(shift -> {
            assertThat(shift.state()).isEqualTo(State.ON_ORDER);
            assertThat(shift.offer()).isNull();
            assertThat(shift.orderId()).isEqualTo(ORDER);
        });
        assertThat(after(OPENED, SHOWN, ACCEPTED, RELEASED)).satisfies(shift -> {
            assertThat(shift.state()).isEqualTo(State.FREE);
            assertThat(shift.orderId()).isNull();
        });
    }

    @Test
    void staysPausedWhenTheOfferOnTheScreenIsTakenBack() {
        var withdrawn = new OfferWithdrawn(SHIFT, OFFER, ORDER, NOON);
        assertThat(after(OPENED, SHOWN, PAUSED).state()).isEqualTo(State.OFFERED);
        assertThat(after(OPENED, SHOWN, PAUSED, withdrawn).state()).isEqualTo(State.PAUSED);
        assertThat(after(OPENED, SHOWN, withdrawn).state()).isEqualTo(State.FREE);
    }

    @Test
    void isPausedAfterAnOrderDuringWhichADriverAskedForIt() {
        assertThat(after(OPENED, SHOWN, ACCEPTED, PAUSED).state()).isEqualTo(State.ON_ORDER);
        assertThat(after(OPENED, SHOWN, ACCEPTED, PAUSED, RELEASED).state()).isEqualTo(State.PAUSED);
        assertThat(after(OPENED, SHOWN, ACCEPTED, PAUSED, new ShiftResumed(SHIFT, NOON), RELEASED)
                        .state())
                .isEqualTo(State.FREE);
    }

    @Test
    void beginsAnewWithEveryStretch() {
        ShiftEvent closed = new ShiftClosed(SHIFT, CloseReason.SIGNAL_LOST, minute(3));
        ShiftEvent lost = new SignalLost(SHIFT, NOON, minute(1));
        assertThat(after(OPENED, lost, PAUSED, closed)).satisfies(shift -> {
            assertThat(shift.state()).isEqualTo(State.OFF);
            assertThat(shift.closed()).isEqualTo(CloseReason.SIGNAL_LOST);
        });
        assertThat(after(OPENED, lost, PAUSED, closed, OPENED)).satisfies(shift -> {
            assertThat(shift.state()).isEqualTo(State.FREE);
            assertThat(shift.closed()).isNull();
            assertThat(shift.signalLost()).isFalse();
            assertThat(shift.version()).isEqualTo(4);
        });
    }

    @Test
    void isKeptAndToldAsItIsFolded() {
        ViewsUnderTest under = new ViewsUnderTest();
        FeedsUnderTest feeds = new FeedsUnderTest(under.views());
        ShiftProjection projection = new ShiftProjection(under.views(), feeds.feeds());
        List<ShiftEvent> history = List.of(OPENED, SHOWN, ACCEPTED, PAUSED, RELEASED);
        under.tell(projection, SHIFT.value(), history);
        under.tell(projection, SHIFT.value(), history);
        assertThat(projection.handle(new FindShift(SHIFT))).contains(after(history.toArray(ShiftEvent[]::new)));
        assertThat(feeds.told(BEN.value())).isEqualTo(5);
        under.rebuild(projection, "shifts", ViewsUnderTest.replayed(SHIFT.value(), history));
        assertThat(projection.handle(new FindShift(SHIFT))).contains(after(history.toArray(ShiftEvent[]::new)));
        assertThat(feeds.told(BEN.value())).isEqualTo(5);
    }

    private static ShiftView after(ShiftEvent... events) {
        @Nullable ShiftFold fold = null;
        long seq = 0;
        for (ShiftEvent event : events) fold = ShiftFold.after(fold, event, seq++);
        if (fold == null) throw new AssertionError("nothing happened");
        return fold.view();
    }

    private static OfferTerms terms() {
        return new OfferTerms(
                quote(ORDER).productClass(),
                quote(ORDER).waypoints(),
                Set.of(),
                quote(ORDER).route().distance(),
                quote(ORDER).route().time(),
                quote(ORDER).route().distance(),
                quote(ORDER).route().time(),
                eur(2_200),
                eur(1_760),
                true,
                null);
    }
}
