package hansom.edge.live;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.Route;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the two people of a running order see how it comes on. The rider sees the car move: each position as it comes while the connection keeps
 * up. Both are told, every few seconds, the time that is left on the way that the driver keeps to, to the pick-up or through what is still to be
 * driven; and the way itself, at first and whenever another takes its place.
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
    private @Nullable Long way;

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

    /** Follows the driver of this order while he is on the way or drives, when the person is its rider or he himself. */
    synchronized void follow(OrderView changed) {
        AssignedDriver driver = changed.driver();
        if (driver == null || !moves(changed.status()) || !concerns(changed, driver)) {
            if (order != null && order.orderId().equals(changed.orderId())) close();
            return;
        }
        if (!isFollowed(changed)) way = null;
        order = changed;
        lastEta = System.nanoTime() - ETA_PAUSE_NANOS;
        if (driver.driverId().equals(followed)) return;
        stop();
        followed = driver.driverId();
        follower = feed.follow(driver.driverId(), this::moved);
    }

    private boolean concerns(OrderView running, AssignedDriver driver) {
        return running.riderId().value().equals(person)
                || driver.driverId().value().equals(person);
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
        if (riding.riderId().value().equals(person)) tellPosition(riding, position);
        if (riding.status() == OrderStatus.ARRIVED || System.nanoTime() - lastEta < ETA_PAUSE_NANOS) return;
        lastEta = System.nanoTime();
        executor.execute(() -> tellWay(riding, position.driverId()));
    }

    private void tellPosition(OrderView riding, DriverPosition position) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lat", position.point().lat());
        data.put("lng", position.point().lng());
        data.put("at", position.at());
        if (position.heading() != null) data.put("heading", position.heading());
        tell("position", riding, data);
    }

    private void tellWay(OrderView riding, DriverId driver) {
        try {
            Guidance guidance = news.ask(
                    new GuideDriver(
                            driver,
                            riding.ahead(),
                            riding.quote().productClass().vehicle(),
                            Locale.ENGLISH.getLanguage(),
                            false,
                            known(riding)),
                    Guidance.class);
            Map<String, Object> eta = new LinkedHashMap<>();
            eta.put("to", riding.status() == OrderStatus.IN_PROGRESS ? "drop_off" : "pickup");
            eta.put("seconds", guidance.time().toSeconds());
            eta.put("metres", guidance.distance().metres());
            tell("eta", riding, eta);
            if (guidance.route() != null) tellWay(riding, guidance, guidance.route());
        } catch (RuntimeException unknownForNow) {
            LOG.debug("no arrival time: {}", unknownForNow.getMessage());
        }
    }

    private synchronized @Nullable Long known(OrderView riding) {
        return isFollowed(riding) ? way : null;
    }

    private synchronized void tellWay(OrderView riding, Guidance guidance, Route route) {
        if (!isFollowed(riding)) return;
        way = guidance.number();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reason", guidance.reason().name().toLowerCase(Locale.ROOT));
        data.put("polyline", route.polyline());
        data.put("seconds", guidance.time().toSeconds());
        data.put("metres", guidance.distance().metres());
        data.put("map", route.map());
        tell("way", riding, data);
    }

    private boolean isFollowed(OrderView riding) {
        return order != null && order.orderId().equals(riding.orderId());
    }

    private void tell(String type, OrderView riding, Map<String, Object> data) {
        outlet.send(Envelope.aside(type, clock.instant(), riding.orderId().value(), data));
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
        way = null;
    }
}
