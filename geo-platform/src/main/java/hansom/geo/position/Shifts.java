package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.StopReached;
import hansom.contract.order.OrderEvent.TripStarted;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Who is on shift and what he is doing, told by the events of shifts; after a start told again from those of the last hours. */
@ProcessingGroup(Shifts.GROUP)
final class Shifts {
    static final String GROUP = "geo.shifts";

    private final Clock realTime;
    private final BooleanSupplier caughtUp;
    private final Map<ShiftId, OpenShift> open = new ConcurrentHashMap<>();
    private volatile boolean complete;

    Shifts(Clock realTime, BooleanSupplier caughtUp) {
        this.realTime = realTime;
        this.caughtUp = caughtUp;
    }

    @EventHandler
    void on(ShiftEvent event) {
        switch (event) {
            case ShiftOpened opened -> open(opened);
            case ShiftPaused _ -> change(event, shift -> shift.paused(true));
            case ShiftResumed _ -> change(event, shift -> shift.paused(false));
            case ClosingAsked _ -> change(event, OpenShift::asClosing);
            case ShiftClosed _ -> open.remove(event.shiftId());
            case OfferShown shown -> change(event, shift -> shift.offered(shown.offerId()));
            case OfferAccepted accepted ->
                open.merge(
                        event.shiftId(),
                        fresh(event.shiftId(), accepted.driver(), accepted.at()).holding(accepted.orderId()),
                        (known, _) -> known.holding(accepted.orderId()));
            case OfferDeclined declined -> change(event, shift -> shift.without(declined.offerId()));
            case OfferLapsed lapsed -> change(event, shift -> shift.without(lapsed.offerId()));
            case OfferWithdrawn withdrawn -> change(event, shift -> shift.without(withdrawn.offerId()));
            case ShiftReleased released -> change(event, shift -> shift.released(released.orderId()));
            case SignalLost _ -> change(event, shift -> shift.signalLost(true));
            case SignalBack _ -> change(event, shift -> shift.signalLost(false));
        }
    }

    /** Where a car halts for its riders and not for the traffic. */
    @EventHandler
    void on(OrderEvent event) {
        switch (event) {
            case DriverArrived arrived -> halted(arrived.driverId());
            case TripStarted started -> halted(started.driverId());
            case StopReached reached -> halted(reached.driverId());
            default -> {}
        }
    }

    private void halted(DriverId driver) {
        open.computeIfPresent(ShiftId.of(driver), (_, shift) -> shift.halted());
    }

    private void open(ShiftOpened opened) {
        open.put(opened.shiftId(), fresh(opened.shiftId(), opened.driver(), opened.at()));
    }

    private void change(ShiftEvent event, UnaryOperator<OpenShift> changed) {
        open.computeIfPresent(event.shiftId(), (_, shift) -> changed.apply(shift));
    }

    /** Events tell business time, which may be ahead; silence is counted in real time. */
    private OpenShift fresh(ShiftId shiftId, DriverOnShift driver, Instant businessTime) {
        Instant now = realTime.instant();
        return OpenShift.opened(shiftId, driver, businessTime.isBefore(now) ? businessTime : now);
    }

    Optional<OpenShift> find(DriverId driver) {
        return Optional.ofNullable(open.get(ShiftId.of(driver)));
    }

    Collection<OpenShift> all() {
        return open.values();
    }

    /** Has an order, or may have one as long as the events of the last hours have not all been read after a start. */
    boolean mayHaveOrder(DriverId driver) {
        OpenShift shift = open.get(ShiftId.of(driver));
        return (shift != null && shift.order() != null) || !complete();
    }

    /** Whether all that happened before the start is known. */
    boolean complete() {
        if (!complete) complete = caughtUp.getAsBoolean();
        return complete;
    }
}
