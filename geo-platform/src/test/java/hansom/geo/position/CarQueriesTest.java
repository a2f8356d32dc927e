package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.GeoQuery.EstimatePickups;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.NearbyCars;
import hansom.contract.geo.Point;
import hansom.contract.shift.ShiftEvent.ShiftPaused;
import hansom.contract.shift.ShiftId;
import hansom.engines.keys.KeyedHash;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.StraightRoads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarQueriesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Point CASINO = new Point(43.7393, 7.42775);

    private final HandClock clock = new HandClock(NOON);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private final Cars cars = new Cars(board, shifts, clock);
    private final CarQueries queries = new CarQueries(
            cars, board, new StraightRoads(point -> point.lat() > 43.75), new KeyedHash(new byte[32]), clock);

    @Test
    void showsFreeCarsOnly() {
        free(1, north(100));
        shifts.on(new ShiftPaused(free(2, north(100)), NOON));
        free(3, north(4_000));
        assertThat(dots(10)).hasSize(1);
        clock.forward(Duration.ofMinutes(2));
        assertThat(dots(10)).isEmpty();
    }

    @Test
    void tellsNeitherWhoNorExactlyWhere() {
        Point exact = new Point(43.7391234, 7.4271234);
        free(1, exact);
        NearbyCars.Car dot = dots(10).getFirst();
        assertThat(dot.tag()).doesNotContain(Drivers.driver(1).value().substring(30));
        assertThat(dot.point()).isEqualTo(new Point(43.739, 7.427));
    }

    @Test
    void keepsATagForAQuarterOfAnHour() {
        free(1, north(100));
        List<String> tags = IntStream.range(0, 45)
                .mapToObj(_ -> {
                    clock.forward(Duration.ofMinutes(1));
                    board.put(new Fix(Drivers.at(Drivers.driver(1), north(100), clock.instant()), clock.instant()));
                    return dots(1).getFirst().tag();
                })
                .toList();
        assertThat(tags.stream().distinct().count()).isBetween(3L, 4L);
        assertThat(IntStream.range(1, 45)
                        .filter(minute -> !tags.get(minute).equals(tags.get(minute - 1)))
                        .count())
                .isEqualTo(tags.stream().distinct().count() - 1);
    }

    @Test
    void doesNotSortByDistance() {
        for (int number = 1; number <= 9; number++) free(number, north(100 * number));
        List<NearbyCars.Car> dots = dots(9);
        assertThat(dots)
                .hasSize(9)
                .isSortedAccordingTo((one, other) -> one.tag().compareTo(other.tag()));
        assertThat(dots(3)).hasSize(3);
    }

    @Test
    void saysHowSoonTheNearestByRoadCanCome() {
        free(1, north(2_000));
        free(2, north(-900));
        free(3, north(-500));
        assertThat(queries.handle(new EstimatePickups(CASINO, Set.of(ProductClass.ECONOMY, ProductClass.VAN)))
                        .times())
                .isEqualTo(Map.of(ProductClass.ECONOMY, Duration.ofSeconds(50)));
    }

    private List<NearbyCars.Car> dots(int limit) {
        return queries.handle(new ListNearbyCars(CASINO, limit)).cars();
    }

    private ShiftId free(int number, Point point) {
        DriverId driver = Drivers.driver(number);
        shifts.on(Events.opened(driver, NOON));
        board.put(new Fix(Drivers.at(driver, point, NOON), NOON));
        return ShiftId.of(driver);
    }

    private static Point north(double metres) {
        return new Point(CASINO.lat() + metres / 111_195, CASINO.lng());
    }
}
