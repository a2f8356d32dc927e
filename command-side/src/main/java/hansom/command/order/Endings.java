package hansom.command.order;

import hansom.command.order.State.AtPickup;
import hansom.command.order.State.Manned;
import hansom.command.order.State.OnTheWay;
import hansom.command.order.State.Placed;
import hansom.command.order.State.SetDown;
import hansom.contract.fare.Fare;
import hansom.contract.fare.Fares;
import hansom.contract.fare.Quote;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rider owes at each way an order can end, and from when on waiting and cancelling cost. */
@Component
class Endings {
    private final Fares fares;

    Endings(Fares fares) {
        this.fares = fares;
    }

    /** Free waiting begins with the arrival, and for a later pick-up not before the time that was ordered. */
    static DriverArrived arrived(OrderId id, OnTheWay way, Instant at) {
        Quote quote = way.booking().quote();
        return new DriverArrived(
                id,
                way.driver().driverId(),
                at,
                quote.waitingFrom(at).plus(quote.tariff().freeWaiting()));
    }

    OrderCompleted completed(SetDown down, Tracking tracking, Instant now) {
        TripEnded trip = down.trip();
        Fare fare = fares.finalFare(
                trip.quote(), tracking.distance(), Duration.between(trip.startedAt(), trip.endedAt()), trip.waited());
        return new OrderCompleted(
                trip.orderId(),
                trip.riderId(),
                trip.driver(),
                down.booking().method(),
                fare,
                commission(trip.quote(), fare),
                tracking,
                trip.startedAt(),
                trip.endedAt(),
                now);
    }

    OrderCancelled cancelledByRider(Placed open, CancelReason reason, Instant now) {
        Instant accepted = open instanceof Manned by ? by.driver().acceptedAt() : null;
        Instant waitingFrom = open instanceof AtPickup pickup ? pickup.waitingFrom() : null;
        return cancelled(open, reason, fares.cancellingFareAt(quote(open), accepted, waitingFrom, now), null, now);
    }

    OrderCancelled noShow(AtPickup pickup, Instant now) {
        return cancelled(
                pickup,
                CancelReason.RIDER_NO_SHOW,
                fares.noShowFare(quote(pickup), pickup.waitedUntil(now)),
                null,
                now);
    }

    OrderCancelled cancelledByOperator(Placed open, String note, Instant now) {
        return cancelled(open, CancelReason.OPERATOR_DECISION, free(open), note, now);
    }

    OrderCancelled givenUp(Placed open, CancelReason reason, Instant now) {
        return cancelled(open, reason, free(open), null, now);
    }

    private static OrderCancelled cancelled(
            Placed open, CancelReason reason, Fare fee, @Nullable String note, Instant now) {
        Booking booking = open.booking();
        return new OrderCancelled(
                booking.placed().orderId(),
                booking.riderId(),
                reason,
                open instanceof Manned by ? by.driver() : null,
                booking.method(),
                fee,
                commission(booking.quote(), fee),
                note,
                now);
    }

    private static Fare free(Placed open) {
        return Fare.of(List.of(), quote(open).fare().total().currency());
    }

    private static Money commission(Quote quote, Fare fare) {
        return fare.total().permille(quote.tariff().commission());
    }

    private static Quote quote(Placed open) {
        return open.booking().quote();
    }
}
