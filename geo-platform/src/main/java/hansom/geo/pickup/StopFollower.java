package hansom.geo.pickup;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.TripStarted;
import hansom.contract.order.OrderId;
import hansom.engines.keys.KeyedHash;
import hansom.geo.track.TripPoints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Tells where cars stood when riders of completed trips got in, or when somebody who was waited for did not come. */
@ProcessingGroup(StopFollower.GROUP)
final class StopFollower {
    static final String GROUP = "geo.stops";
    private static final Duration AROUND = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 100_000;

    private final Stops stops;
    private final TripPoints points;
    private final KeyedHash names;
    private final Map<OrderId, DriverArrived> waiting = new ConcurrentHashMap<>();

    StopFollower(Stops stops, TripPoints points, KeyedHash names) {
        this.stops = stops;
        this.points = points;
        this.names = names;
    }

    @EventHandler
    void on(OrderEvent event) {
        switch (event) {
            case DriverArrived arrived -> {
                if (waiting.size() < MOST_WAITING) waiting.put(arrived.orderId(), arrived);
            }
            case TripStarted started -> waiting.remove(started.orderId());
            case OrderCompleted completed -> completed(completed);
            case DriverLost lost -> givenUp(lost.orderId(), lost.at());
            case OrderCancelled cancelled -> givenUp(cancelled.orderId(), cancelled.at());
            default -> {}
        }
    }

    /** After a start events of the last hours are told once more. */
    private void completed(OrderCompleted completed) {
        if (!stops.isNews(completed.at())) return;
        DriverId driver = completed.driver().driverId();
        where(driver, completed.startedAt()).ifPresent(point -> stops.boarded(name(driver), point, completed.at()));
        stops.heed(completed.at());
    }

    private void givenUp(OrderId order, Instant at) {
        DriverArrived arrived = waiting.remove(order);
        if (arrived == null || !stops.isNews(at)) return;
        where(arrived.driverId(), arrived.at()).ifPresent(point -> stops.givenUp(point, at));
        stops.heed(at);
    }

    private Optional<Point> where(DriverId driver, Instant at) {
        return points.between(driver, at.minus(AROUND), at.plus(AROUND)).stream()
                .min(Comparator.comparing(
                        position -> Duration.between(position.at(), at).abs()))
                .map(DriverPosition::point);
    }

    private long name(DriverId driver) {
        return ByteBuffer.wrap(names.of(driver.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
