package hansom.command.order;

import static hansom.contract.refusal.RefusalCode.NOT_ASSIGNED_YET;
import static hansom.contract.refusal.RefusalCode.NOT_YOUR_ORDER;
import static hansom.contract.refusal.RefusalCode.ORDER_FINISHED;
import static hansom.contract.refusal.RefusalCode.ORDER_NOT_STARTED;
import static hansom.contract.refusal.RefusalCode.ORDER_UNKNOWN;

import hansom.command.refusal.RefusedException;
import hansom.contract.driver.DriverId;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.BoardingCodeMissed;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.PaymentAsked;
import hansom.contract.order.OrderEvent.PaymentMethodChanged;
import hansom.contract.order.OrderEvent.RouteChanged;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderEvent.StopReached;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderEvent.TripStarted;
import hansom.contract.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an order stands, and what each event makes of it. */
sealed interface State {

    /** Nothing was placed under this id. */
    record Unplaced() implements State {}

    /** The order is alive or was. */
    sealed interface Placed extends State {
        Booking booking();
    }

    /** Nobody drives it; {@code searching} is false while a later pick-up is still far. */
    record Unmanned(Booking booking, boolean searching) implements Placed {}

    /** Somebody drives it. */
    sealed interface Manned extends Placed {
        AssignedDriver driver();
    }

    record OnTheWay(Booking booking, AssignedDriver driver) implements Manned {}

    /** Waiting counts from {@code waitingFrom}; it is later than the arrival when the pick-up was ordered for later. */
    record AtPickup(Booking booking, AssignedDriver driver, Instant waitingFrom, Instant freeUntil) implements Manned {
        Duration waitedUntil(Instant instant) {
            return instant.isAfter(waitingFrom) ? Duration.between(waitingFrom, instant) : Duration.ZERO;
        }
    }

    record Driving(Booking booking, AssignedDriver driver, Instant startedAt, Duration waited, int stops)
            implements Manned {}

    /** The rider has left the car; the track is being matched. */
    record SetDown(Booking booking, AssignedDriver driver, TripEnded trip) implements Manned {}

    /** It is over: cancelled for a reason, or completed when there is none. */
    record Over(
            Booking booking,
            @Nullable AssignedDriver driver,
            @Nullable CancelReason reason) implements Placed {
        boolean isOf(CancelReason... reasons) {
            return reason != null && Set.of(reasons).contains(reason);
        }
    }

    /** The state after an event; events come only in the order in which {@link Order} lets them happen. */
    default State after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> new Unmanned(Booking.of(placed), false);
            case SearchStarted started -> new Unmanned(now(started.at()).searching(started.search()), true);
            case DriverAssigned assigned -> new OnTheWay(now(assigned.at()), assigned.driver());
            case DriverArrived arrived ->
                new AtPickup(
                        now(arrived.at()),
                        assigned(),
                        placed().booking().quote().waitingFrom(arrived.at()),
                        arrived.freeUntil());
            case BoardingCodeMissed missed -> with(placed().booking().missed(missed.count(), missed.at()));
            case TripStarted started -> new Driving(now(started.at()), assigned(), started.at(), started.waited(), 0);
            case StopReached stop -> reached(stop);
            case TripEnded ended -> new SetDown(now(ended.endedAt()), ended.driver(), ended);
            case OrderCompleted completed -> new Over(now(completed.at()), completed.driver(), null);
            case RouteChanged changed -> with(now(changed.at()).quoted(changed.quote()));
            case PaymentMethodChanged changed -> with(now(changed.at()).paidBy(changed.method()));
            case PaymentAsked asked -> with(placed().booking().askedForPayment(asked.until()));
            case DriverLost lost ->
                new Unmanned(now(lost.at()).without(lost.driver().driverId()), false);
            case OrderCancelled cancelled -> new Over(now(cancelled.at()), cancelled.driver(), cancelled.reason());
        };
    }

    /** The order; refused when there is none. */
    default Placed placed() {
        if (this instanceof Placed placed) return placed;
        throw new RefusedException(ORDER_UNKNOWN);
    }

    /** The order as its rider's; to others it is unknown. */
    default Placed ownedBy(RiderId rider) {
        if (placed().booking().riderId().equals(rider)) return placed();
        throw new RefusedException(ORDER_UNKNOWN);
    }

    /** The driven order when this is its driver; empty when he has driven it to its end; refused to everybody else. */
    default Optional<Manned> drivenBy(DriverId driver) {
        return switch (placed()) {
            case Manned by when by.driver().driverId().equals(driver) -> Optional.of(by);
            case Manned other -> throw new RefusedException(NOT_YOUR_ORDER);
            case Unmanned open when open.searching() -> throw new RefusedException(NOT_ASSIGNED_YET);
            case Unmanned later -> throw new RefusedException(NOT_YOUR_ORDER);
            case Over over
            when over.driver() == null || !over.driver().driverId().equals(driver) ->
                throw new RefusedException(NOT_YOUR_ORDER);
            case Over over when over.reason() == null -> Optional.empty();
            case Over over -> throw new RefusedException(ORDER_FINISHED);
        };
    }

    /** The running trip of this driver; empty when it has ended; refused before it has begun. */
    default Optional<Driving> drivingBy(DriverId driver) {
        return drivenBy(driver).flatMap(by -> switch (by) {
            case Driving driving -> Optional.of(driving);
            case SetDown down -> Optional.empty();
            case OnTheWay way -> throw new RefusedException(ORDER_NOT_STARTED);
            case AtPickup pickup -> throw new RefusedException(ORDER_NOT_STARTED);
        });
    }

    default boolean begunOrOver() {
        return this instanceof Driving || this instanceof SetDown || this instanceof Over;
    }

    /** Whether this driver has given the order back already, so that telling it again is nothing new. */
    default boolean gaveBackBefore(DriverId driver) {
        return switch (placed()) {
            case Unmanned open -> driver.equals(open.booking().lost());
            case Over over ->
                over.isOf(CancelReason.RIDER_NO_SHOW)
                        && over.driver() != null
                        && over.driver().driverId().equals(driver);
            case Manned manned -> false;
        };
    }

    private Booking now(Instant at) {
        return placed().booking().at(at);
    }

    private AssignedDriver assigned() {
        if (this instanceof Manned manned) return manned.driver();
        throw new IllegalStateException("nobody drives");
    }

    private State reached(StopReached stop) {
        if (this instanceof Driving driving)
            return new Driving(now(stop.at()), driving.driver(), driving.startedAt(), driving.waited(), stop.stop());
        throw new IllegalStateException("the trip has not begun");
    }

    private State with(Booking booking) {
        return switch (placed()) {
            case Unmanned unmanned -> new Unmanned(booking, unmanned.searching());
            case OnTheWay way -> new OnTheWay(booking, way.driver());
            case AtPickup pickup -> new AtPickup(booking, pickup.driver(), pickup.waitingFrom(), pickup.freeUntil());
            case Driving driving ->
                new Driving(booking, driving.driver(), driving.startedAt(), driving.waited(), driving.stops());
            case SetDown down -> new SetDown(booking, down.driver(), down.trip());
            case Over over -> new Over(booking, over.driver(), over.reason());
        };
    }
}
