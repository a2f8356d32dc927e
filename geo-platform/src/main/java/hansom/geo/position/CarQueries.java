package hansom.geo.position;

import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.EstimatePickups;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.NearbyCars;
import hansom.contract.geo.PickupTimes;
import hansom.contract.geo.Point;
import hansom.engines.keys.KeyedHash;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Classes that are driven by one kind of vehicle are asked about in one table. */
    @QueryHandler
    PickupTimes handle(EstimatePickups query) {
        Map<ProductClass, Duration> times = new EnumMap<>(ProductClass.class);
        query.classes().stream()
                .collect(Collectors.groupingBy(ProductClass::vehicle))
                .forEach((vehicle, classes) -> times.putAll(times(query.pickup(), vehicle, classes)));
        return new PickupTimes(times);
    }

    private Map<ProductClass, Duration> times(Point pickup, VehicleType vehicle, List<ProductClass> classes) {
        List<ProductClass> whose = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        for (ProductClass productClass : classes)
            for (Car car : cars.nearestFree(pickup, ASKED_BY_ROAD, PICKUP_WITHIN_METRES, Cars.ofClass(productClass))) {
                whose.add(productClass);
                starts.add(car.start());
            }
        if (starts.isEmpty()) return Map.of();
        List<Optional<Duration>> by = roads.times(pickup, starts, vehicle);
        Map<ProductClass, Duration> least = new EnumMap<>(ProductClass.class);
        for (int i = 0; i < by.size(); i++) {
            ProductClass productClass = whose.get(i);
            by.get(i)
                    .ifPresent(time ->
                            least.merge(productClass, time, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        }
        return least;
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
