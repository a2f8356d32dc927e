package hansom.geo.position;

import hansom.contract.fare.ProductClass;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.EstimatePickup;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.NearbyCars;
import hansom.contract.geo.Point;
import hansom.engines.keys.KeyedHash;
import hansom.geo.road.Roads;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what a rider sees before ordering: dots that name nobody, and how soon a car could come. */
final class CarQueries {
    private static final long DOTS_WITHIN_METRES = 3_000;
    private static final int MOST_DOTS = 30;
    private static final long TAG_SECONDS = 15 * 60;
    private static final int TAG_LENGTH = 12;

    /** About a hundred metres: enough to show that cars are near, too coarse to find one. */
    private static final double COARSE = 1_000;

    /** Beyond it no pick-up is promised; see the same bound of matching. */
    private static final long PICKUP_WITHIN_METRES = 15_000;

    /** The nearest by road is among these few nearest by air, but for rivers that nobody bridged. */
    private static final int ASKED_BY_ROAD = 8;

    private final Cars cars;
    private final Board board;
    private final Roads roads;
    private final KeyedHash tags;
    private final Clock realTime;

    CarQueries(Cars cars, Board board, Roads roads, KeyedHash tags, Clock realTime) {
        this.cars = cars;
        this.board = board;
        this.roads = roads;
        this.tags = tags;
        this.realTime = realTime;
    }

    /** Sorted by tag, so that the order tells nothing either. */
    @QueryHandler
    NearbyCars handle(ListNearbyCars query) {
        int limit = Math.clamp(query.limit(), 0, MOST_DOTS);
        return new NearbyCars(cars
                .nearestFree(
                        query.around(),
                        limit,
                        DOTS_WITHIN_METRES,
                        shift -> !shift.driver().vehicle().classes().isEmpty())
                .stream()
                .map(this::dot)
                .sorted(Comparator.comparing(NearbyCars.Car::tag))
                .toList());
    }

    @QueryHandler
    Optional<Duration> handle(EstimatePickup query) {
        List<Point> nearest = cars
                .nearestFree(query.pickup(), ASKED_BY_ROAD, PICKUP_WITHIN_METRES, Cars.ofClass(query.productClass()))
                .stream()
                .map(Car::point)
                .toList();
        if (nearest.isEmpty()) return Optional.empty();
        return roads.times(query.pickup(), nearest, query.productClass().vehicle()).stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private NearbyCars.Car dot(Car car) {
        String tag = tags.of(car.driverId() + " " + quarter(car)).substring(0, TAG_LENGTH);
        Integer heading = board.find(car.driverId())
                .map(Fix::position)
                .map(DriverPosition::heading)
                .orElse(null);
        ProductClass best = car.shift().driver().vehicle().classes().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new NearbyCars.Car(tag, coarse(car.point()), heading, best);
    }

    /** Tags do not all change at once, or a watcher of that moment would pair the old with the new. */
    private long quarter(Car car) {
        long offset = Math.floorMod(car.driverId().value().hashCode(), TAG_SECONDS);
        return (realTime.instant().getEpochSecond() + offset) / TAG_SECONDS;
    }

    private static Point coarse(Point exact) {
        return new Point(Math.round(exact.lat() * COARSE) / COARSE, Math.round(exact.lng() * COARSE) / COARSE);
    }
}
