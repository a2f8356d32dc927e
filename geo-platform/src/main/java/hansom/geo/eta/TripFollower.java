package hansom.geo.eta;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Tracking;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Hears of trips that were driven as they were quoted: by a car, without stops, and over as many metres as planned. What the quote rested on
 * comes with the trip's end, what was driven with the order's completion, seconds later; of a trip in between a restart loses the former.
 */
@ProcessingGroup(TripFollower.GROUP)
final class TripFollower {
    static final String GROUP = "geo.eta";
    private static final int MOST_BETWEEN = 10_000;
    private static final double AS_PLANNED = 0.15;

    private final Consumer<Trip> driven;
    private final Map<OrderId, Grounds> ended = new LinkedHashMap<>();

    TripFollower(Consumer<Trip> driven) {
        this.driven = driven;
    }

    @EventHandler
    void on(TripEnded trip) {
        Grounds grounds = trip.quote().route().grounds();
        boolean isCar = trip.quote().productClass().vehicle() != VehicleType.TRUCK;
        if (grounds == null || !isCar || !trip.quote().stops().isEmpty()) return;
        ended.put(trip.orderId(), grounds);
        if (ended.size() > MOST_BETWEEN) ended.remove(ended.keySet().iterator().next());
    }

    @EventHandler
    void on(OrderCompleted order) {
        Grounds grounds = ended.remove(order.orderId());
        if (grounds == null || order.tracking().basis() != Tracking.Basis.MATCHED) return;
        double metres = order.tracking().distance().metres();
        if (Math.abs(metres - grounds.metres()) > AS_PLANNED * grounds.metres()) return;
        Duration took = Duration.between(order.startedAt(), order.endedAt());
        if (took.isPositive()) driven.accept(new Trip(grounds, order.startedAt(), Trip.seconds(took)));
    }
}
