package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderId;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftEvent.ClosingAsked;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftEvent.ShiftPaused;
import hansom.contract.shift.ShiftEvent.ShiftReleased;
import hansom.contract.shift.ShiftEvent.ShiftResumed;
import hansom.contract.shift.ShiftEvent.SignalBack;
import hansom.contract.shift.ShiftEvent.SignalLost;
import hansom.contract.shift.ShiftId;
import hansom.geo.testing.Drivers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);
    private static final ShiftId SHIFT = ShiftId.of(BEN);
    private static final OrderId ORDER = Drivers.order(1);

    private final AtomicBoolean caughtUp = new AtomicBoolean(true);
    private final Shifts shifts = new Shifts(Clock.fixed(NOON, ZoneOffset.UTC), caughtUp::get);

    @BeforeEach
    void opens() {
        shifts.on(Events.opened(BEN, NOON));
    }

    @Test
    void knowsWhoIsFree() {
        assertThat(ben().free()).isTrue();
        shifts.on(new ShiftPaused(SHIFT, NOON));
        assertThat(ben().free()).isFalse();
        shifts.on(new ShiftResumed(SHIFT, NOON));
        shifts.on(new SignalLost(SHIFT, NOON, NOON));
        assertThat(ben().free()).isFalse();
        shifts.on(new SignalBack(SHIFT, NOON));
        assertThat(ben().free()).isTrue();
        shifts.on(new ClosingAsked(SHIFT, CloseReason.DRIVER_BLOCKED, NOON));
        assertThat(ben().free()).isFalse();
        shifts.on(new ShiftClosed(SHIFT, CloseReason.DRIVER_BLOCKED, NOON));
        assertThat(shifts.find(BEN)).isEmpty();
    }

    @Test
    void keepsANewerOfferWhenAnOlderLapses() {
        OfferId first = OfferId.of(SHIFT, ORDER, 1);
        OfferId second = OfferId.of(SHIFT, Drivers.order(2), 1);
        shifts.on(Events.shown(first));
        shifts.on(Events.shown(second));
        shifts.on(new OfferLapsed(SHIFT, first, ORDER, NOON));
        assertThat(ben().offer()).isEqualTo(second);
        shifts.on(new OfferLapsed(SHIFT, second, Drivers.order(2), NOON));
        assertThat(ben().free()).isTrue();
    }

    @Test
    void holdsTheOrderUntilReleased() {
        shifts.on(Events.accepted(OfferId.of(SHIFT, ORDER, 1)));
        assertThat(shifts.mayHaveOrder(BEN)).isTrue();
        assertThat(ben().free()).isFalse();
        shifts.on(new ShiftReleased(SHIFT, Drivers.order(2), ReleaseReason.ANOTHER_WAS_FIRST, NOON));
        assertThat(shifts.mayHaveOrder(BEN)).isTrue();
        shifts.on(new ShiftReleased(SHIFT, ORDER, ReleaseReason.TRIP_ENDED, NOON));
        assertThat(shifts.mayHaveOrder(BEN)).isFalse();
    }

    @Test
    void knowsAnOrderWhoseShiftBeganBeforeTheRemembered() {
        ShiftId early = ShiftId.of(Drivers.driver(2));
        shifts.on(Events.accepted(OfferId.of(early, ORDER, 1)));
        assertThat(shifts.mayHaveOrder(Drivers.driver(2))).isTrue();
    }

    @Test
    void takesEverybodyForBusyUntilAllIsRead() {
        caughtUp.set(false);
        assertThat(shifts.mayHaveOrder(BEN)).isTrue();
        caughtUp.set(true);
        assertThat(shifts.mayHaveOrder(BEN)).isFalse();
        caughtUp.set(false);
        assertThat(shifts.mayHaveOrder(BEN)).isFalse();
    }

    @Test
    void countsFromRealTimeWhenBusinessTimeIsAhead() {
        shifts.on(Events.opened(BEN, NOON.plus(Duration.ofDays(1))));
        assertThat(ben().since()).isEqualTo(NOON);
        shifts.on(Events.opened(BEN, NOON.minusSeconds(60)));
        assertThat(ben().since()).isEqualTo(NOON.minusSeconds(60));
    }

    private OpenShift ben() {
        return shifts.find(BEN).orElseThrow();
    }
}
