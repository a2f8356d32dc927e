package hansom.geo.position;

import hansom.contract.fare.ProductClass;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.EstimatePickup;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.NearbyCars;
import hansom.engines.keys.KeyedHash;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
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

    /** Beyond it no pick-up is promised; see the same bound of matching. */
    private static final long PICKUP_WITHIN_METRES = 15_000;

    /** The nearest by road is among these few nearest by air, but for rivers that nobody bridged. */
    private static final int ASKED_BY_ROAD = 8;

    private final Cars cars;
    private final Board board;
    private final Roads roads;
    private final Nameless nameless;

    CarQueries(Cars cars, Board board, Roads roads, KeyedHash tags, Clock realTime) {
        this.cars = cars;
        this.board = board;
        this.roads = roads;
        this.nameless = new Nameless(tags, realTime);
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
        List<Start> nearest = cars
                .nearestFree(query.pickup(), ASKED_BY_ROAD, PICKUP_WITHIN_METRES, Cars.ofClass(query.productClass()))
                .stream()
                .map(Car::start)
                .toList();
        if (nearest.isEmpty()) return Optional.empty();
        return roads.times(query.pickup(), nearest, query.productClass().vehicle()).stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private NearbyCars.Car dot(Car car) {
        Integer heading = board.find(car.driverId())
                .map(Fix::position)
                .map(DriverPosition::heading)
                .orElse(null);
        ProductClass best = car.shift().driver().vehicle().classes().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new NearbyCars.Car(nameless.tag(car.driverId()), nameless.about(car.point()), heading, best);
    }
}
