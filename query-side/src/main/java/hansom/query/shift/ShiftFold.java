package hansom.query.shift;

import hansom.contract.order.OrderId;
import hansom.contract.shift.CloseReason;
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
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftView;
import hansom.contract.shift.ShiftView.OfferView;
import hansom.contract.shift.ShiftView.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shift while events are folded: what the phone shows, and whether the driver wants no offers, which cannot be seen while he has an order
 * or an offer is still on its way back.
 */
record ShiftFold(ShiftView view, boolean paused) {
    static ShiftFold after(@Nullable ShiftFold before, ShiftEvent event, long version) {
        ShiftFold now = before == null ? unopened(event.shiftId()) : before;
        return switch (event) {
            case ShiftOpened opened ->
                new ShiftFold(
                        new ShiftView(
                                opened.shiftId(),
                                State.FREE,
                                opened.driver(),
                                null,
                                null,
                                false,
                                null,
                                opened.at(),
                                version),
                        false);
            case ShiftPaused paused -> now.quiet(true, version);
            case ShiftResumed resumed -> now.quiet(false, version);
            case ShiftClosed closed -> new ShiftFold(now.closed(closed.reason(), closed.at(), version), false);
            case ClosingAsked asked -> now.doing(now.view.state(), now.view.offer(), now.view.orderId(), version);
            case OfferShown shown ->
                now.doing(
                        State.OFFERED,
                        new OfferView(
                                shown.offerId(), shown.orderId(), shown.terms(), shown.shownAt(), shown.expiresAt()),
                        null,
                        version);
            case OfferAccepted accepted -> now.doing(State.ON_ORDER, null, accepted.orderId(), version);
            case OfferDeclined declined -> now.doing(now.idle(), null, null, version);
            case OfferLapsed lapsed -> now.doing(now.idle(), null, null, version);
            case OfferWithdrawn withdrawn -> now.doing(now.idle(), null, null, version);
            case ShiftReleased released -> now.doing(now.idle(), null, null, version);
            case SignalLost lost -> now.signal(true, version);
            case SignalBack back -> now.signal(false, version);
        };
    }

    private static ShiftFold unopened(ShiftId shift) {
        return new ShiftFold(new ShiftView(shift, State.OFF, null, null, null, false, null, null, -1), false);
    }

    private State idle() {
        return paused ? State.PAUSED : State.FREE;
    }

    private ShiftFold quiet(boolean wished, long version) {
        ShiftFold then = new ShiftFold(view, wished);
        State state = view.state();
        boolean shows = state == State.FREE || state == State.PAUSED;
        return then.doing(shows ? then.idle() : state, view.offer(), view.orderId(), version);
    }

    private ShiftFold doing(State state, @Nullable OfferView offer, @Nullable OrderId order, long version) {
        return new ShiftFold(
                new ShiftView(
                        view.shiftId(),
                        state,
                        view.driver(),
                        offer,
                        order,
                        view.signalLost(),
                        view.closed(),
                        view.since(),
                        version),
                paused);
    }

    private ShiftFold signal(boolean lost, long version) {
        return new ShiftFold(
                new ShiftView(
                        view.shiftId(),
                        view.state(),
                        view.driver(),
                        view.offer(),
                        view.orderId(),
                        lost,
                        view.closed(),
                        view.since(),
                        version),
                paused);
    }

    private ShiftView closed(CloseReason reason, Instant at, long version) {
        return new ShiftView(view.shiftId(), State.OFF, view.driver(), null, null, false, reason, at, version);
    }
}
