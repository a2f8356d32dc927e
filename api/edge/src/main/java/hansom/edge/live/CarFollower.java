package hansom.edge.live;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Eta;
import hansom.contract.geo.GeoQuery.EstimateArrival;
import hansom.contract.geo.Point;
import hansom.contract.geo.PositionFeed;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a rider see the car of the running order move and its arrival come nearer: each position as it comes while the connection keeps up,
 * and every few seconds the time that is left, by road from where the car is to the pick-up or along what is still to be driven.
 */
final class CarFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarFollower.class);
    private static final long ETA_PAUSE_NANOS = 5_000_000_000L;

    private final String person;
    private final PositionFeed feed;
    private final News news;
    private final Outlet outlet;
    private final Executor executor;
    private final Clock clock;
    private final LiveMeters meters;
    private @Nullable OrderView order;
    private @Nullable DriverId followed;
    private PositionFeed.@Nullable Follower follower;
    private long lastEta = System.nanoTime() - ETA_PAUSE_NANOS;

    CarFollower(
            String person,
            PositionFeed feed,
            News news,
            Outlet outlet,
            Executor executor,
            Clock clock,
            LiveMeters meters) {
        this.person = person;
        this.feed = feed;
        this.news = news;
        this.outlet = outlet;
        this.executor = executor;
        this.clock = clock;
        this.meters = meters;
    }

    /** Follows the driver of this order while he is on the way or drives, when the person is its rider. */
    synchronized void follow(OrderView changed) {
        if (!changed.riderId().value().equals(person)) return;
        AssignedDriver driver = changed.driver();
        if (driver == null || !moves(changed.status())) {
            if (order != null && order.orderId().equals(changed.orderId())) close();
            return;
        }
        order = changed;
        lastEta = System.nanoTime() - ETA_PAUSE_NANOS;
        if (driver.driverId().equals(followed)) return;
        stop();
        followed = driver.driverId();
        follower = feed.follow(driver.driverId(), this::moved);
    }

    private static boolean moves(OrderStatus status) {
        return status == OrderStatus.ACCEPTED || status == OrderStatus.ARRIVED || status == OrderStatus.IN_PROGRESS;
    }

    private synchronized void moved(DriverPosition position) {
        OrderView riding = order;
        if (riding == null) return;
        if (!outlet.ready()) {
            meters.dropped();
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lat", position.point().lat());
        data.put("lng", position.point().lng());
        data.put("at", position.at());
        if (position.heading() != null) data.put("heading", position.heading());
        outlet.send(Envelope.aside("position", clock.instant(), riding.orderId().value(), data));
        if (riding.status() == OrderStatus.ARRIVED || System.nanoTime() - lastEta < ETA_PAUSE_NANOS) return;
        lastEta = System.nanoTime();
        executor.execute(() -> tellEta(riding, position.driverId()));
    }

    private void tellEta(OrderView riding, DriverId driver) {
        try {
            Eta eta = news.ask(
                    new EstimateArrival(
                            driver, ahead(riding), riding.quote().productClass().vehicle()),
                    Eta.class);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("to", riding.status() == OrderStatus.IN_PROGRESS ? "drop_off" : "pickup");
            data.put("seconds", eta.time().toSeconds());
            data.put("metres", eta.distance().metres());
            outlet.send(Envelope.aside("eta", clock.instant(), riding.orderId().value(), data));
        } catch (RuntimeException unknownForNow) {
            LOG.debug("no arrival time: {}", unknownForNow.getMessage());
        }
    }

    /** The points still to be passed: the pick-up before the trip, then the stops not reached and the drop-off. */
    static List<Point> ahead(OrderView order) {
        List<Waypoint> waypoints = order.quote().waypoints();
        if (order.status() != OrderStatus.IN_PROGRESS)
            return List.of(waypoints.getFirst().point());
        return waypoints.subList(Math.min(1 + order.stopsReached(), waypoints.size() - 1), waypoints.size()).stream()
                .map(Waypoint::point)
                .toList();
    }

    private void stop() {
        if (follower != null) follower.close();
        follower = null;
        followed = null;
    }

    @Override
    public synchronized void close() {
        stop();
        order = null;
    }
}
