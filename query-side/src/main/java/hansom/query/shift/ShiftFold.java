package hansom.query.shift;

import hansom.contract.driver.DriverOnShift;
import hansom.contract.order.OrderId;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftEvent.ClosingAsked;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftEvent.ShiftOpened;
import hansom.contract.shift.ShiftEvent.ShiftPaused;
import hansom.contract.shift.ShiftEvent.ShiftReleased;
import hansom.contract.shift.ShiftEvent.ShiftResumed;
import hansom.contract.shift.ShiftEvent.SignalBack;
import hansom.contract.shift.ShiftEvent.SignalLost;
import hansom.contract.shift.ShiftView;
import hansom.contract.shift.ShiftView.OfferView;
import hansom.contract.shift.ShiftView.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each event makes of a shift's view. */
final class ShiftFold {
    private ShiftFold() {}

    static ShiftView after(@Nullable ShiftView before, ShiftEvent event, long version) {
        ShiftView now = before == null
                ? new ShiftView(event.shiftId(), State.OFF, null, null, null, false, null, null, -1)
                : before;
        return switch (event) {
            case ShiftOpened opened ->
                new ShiftView(
                        now.shiftId(), State.FREE, opened.driver(), null, null, false, null, opened.at(), version);
            case ShiftPaused paused -> with(now, now.state() == State.FREE ? State.PAUSED : now.state(), version);
            case ShiftResumed resumed -> with(now, now.state() == State.PAUSED ? State.FREE : now.state(), version);
            case ShiftClosed closed ->
                new ShiftView(
                        now.shiftId(),
                        State.OFF,
                        now.driver(),
                        null,
                        null,
                        false,
                        closed.reason(),
                        closed.at(),
                        version);
            case ClosingAsked asked -> with(now, now.state(), version);
            case OfferShown shown ->
                doing(
                        now,
                        State.OFFERED,
                        new OfferView(
                                shown.offerId(), shown.orderId(), shown.terms(), shown.shownAt(), shown.expiresAt()),
                        null,
                        version);
            case OfferAccepted accepted -> doing(now, State.ON_ORDER, null, accepted.orderId(), version);
            case OfferDeclined declined -> doing(now, State.FREE, null, null, version);
            case OfferLapsed lapsed -> doing(now, State.FREE, null, null, version);
            case OfferWithdrawn withdrawn ->
                doing(now, now.state() == State.PAUSED ? State.PAUSED : State.FREE, null, null, version);
            case ShiftReleased released -> doing(now, State.FREE, null, null, version);
            case SignalLost lost -> signal(now, true, version);
            case SignalBack back -> signal(now, false, version);
        };
    }

    private static ShiftView with(ShiftView now, State state, long version) {
        return doing(now, state, now.offer(), now.orderId(), version);
    }

    private static ShiftView doing(
            ShiftView now, State state, @Nullable OfferView offer, @Nullable OrderId order, long version) {
        @Nullable DriverOnShift driver = now.driver();
        @Nullable Instant since = now.since();
        return new ShiftView(
                now.shiftId(), state, driver, offer, order, now.signalLost(), now.closed(), since, version);
    }

    private static ShiftView signal(ShiftView now, boolean lost, long version) {
        return new ShiftView(
                now.shiftId(),
                now.state(),
                now.driver(),
                now.offer(),
                now.orderId(),
                lost,
                now.closed(),
                now.since(),
                version);
    }
}
