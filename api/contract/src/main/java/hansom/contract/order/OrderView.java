package hansom.contract.order;

import hansom.contract.fare.Fare;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Point;
import hansom.contract.geo.Tracking;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the people in it see it; the edge leaves out what is not for the one who asks (the boarding code is the rider's). {@code
 * fare} is final once completed, or the cancelling fee; {@code version} is the sequence number of the order's last event.
 */
public record OrderView(
        OrderId orderId,
        RiderId riderId,
        OrderStatus status,
        @Nullable CancelReason reason,
        Quote quote,
        PaymentMethod method,
        @Nullable Guest guest,
        String boardingCode,
        int search,
        @Nullable AssignedDriver driver,
        int stopsReached,
        @Nullable Fare fare,
        @Nullable Tracking tracking,
        @Nullable String paymentAskedWhy,
        @Nullable Instant paymentAskedUntil,
        @Nullable GiveUpReason driverLost,
        Instant placedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant freeWaitingUntil,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant overAt,
        long version) {

    /** The points that its driver has still to pass: the pick-up before the trip, then the stops not reached and the drop-off. */
    public List<Point> ahead() {
        List<Waypoint> waypoints = quote.waypoints();
        int from = status == OrderStatus.IN_PROGRESS ? Math.min(1 + stopsReached, waypoints.size() - 1) : 0;
        int to = status == OrderStatus.IN_PROGRESS ? waypoints.size() : 1;
        return waypoints.subList(from, to).stream().map(Waypoint::point).toList();
    }
}
