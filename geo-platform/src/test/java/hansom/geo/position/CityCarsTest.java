package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.CarsOnShift;
import hansom.contract.geo.CarsOnShift.State;
import hansom.contract.geo.GeoQuery.ListCars;
import hansom.contract.geo.Point;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftEvent.ShiftPaused;
import hansom.contract.shift.ShiftId;
import hansom.engines.keys.KeyedHash;
import hansom.geo.road.Bends;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cars of the whole city, on the roads of Monaco. */
class CityCarsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);
    private static RoadNetwork network;

    private final HandClock clock = new HandClock(NOON);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private final CityCars cars = new CityCars(
            new Cars(board, shifts, clock),
            board,
            shifts,
            new Trails(() -> network.bends(VehicleType.CAR), clock),
            new Nameless(new KeyedHash(new byte[32]), clock));

    @BeforeAll
    static void open() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private void heard(DriverId driver, Point point) {
        board.put(new Fix(Drivers.at(driver, point, clock.instant()), clock.instant()));
    }

    private CarsOnShift.Car seen(boolean byStrangers) {
        return cars.handle(new ListCars(byStrangers)).cars().getFirst();
    }

    @Test
    void comeAlongTheRoadAndNotThroughHouses() {
        Bends roads = network.bends(VehicleType.CAR);
        shifts.on(Events.opened(BEN, NOON));
        Point at = roads.onRoad(Monaco.HARBOUR).orElseThrow();
        heard(BEN, at);
        assertThat(seen(false).bends()).isEmpty();
        int bent = 0;
        for (int turn = 0; turn < 24; turn++) {
            Point to = roads.onRoad(away(at, 120, turn * 15)).orElse(at);
            if (to.straightTo(at).metres() < 60) continue;
            clock.forward(Duration.ofSeconds(5));
            heard(BEN, to);
            CarsOnShift.Car moved = seen(false);
            assertThat(seen(false)).as("asked again").isEqualTo(moved);
            assertThat(moved.point().straightTo(to).metres()).isLessThan(30);
            for (Point bend : moved.bends())
                assertThat(roads.onRoad(bend).orElseThrow().straightTo(bend).metres())
                        .isLessThan(2);
            if (!moved.bends().isEmpty()) bent++;
            at = moved.point();
        }
        assertThat(bent).isGreaterThan(2);
    }

    private static Point away(Point from, double metres, double degrees) {
        double north = metres * Math.cos(Math.toRadians(degrees)) / 111_195;
        double east = metres * Math.sin(Math.toRadians(degrees)) / 111_195 / Math.cos(Math.toRadians(from.lat()));
        return new Point(from.lat() + north, from.lng() + east);
    }

    @Test
    void standStillWhenOnlyThePhoneErrs() {
        shifts.on(Events.opened(BEN, NOON));
        heard(BEN, Monaco.STATION);
        CarsOnShift.Car stood = seen(false);
        for (int report = 1; report <= 5; report++) {
            clock.forward(Duration.ofSeconds(5));
            heard(BEN, new Point(Monaco.STATION.lat() + report % 2 * 0.00003, Monaco.STATION.lng()));
            assertThat(seen(false)).isEqualTo(stood);
        }
    }

    @Test
    void sayWhatTheyAreDoing() {
        shifts.on(Events.opened(BEN, NOON));
        heard(BEN, Monaco.CASINO);
        assertThat(seen(false).state()).isEqualTo(State.FREE);
        OfferId offer = OfferId.of(ShiftId.of(BEN), Drivers.order(5), 1);
        shifts.on(Events.shown(offer));
        assertThat(seen(false).state()).isEqualTo(State.OFFERED);
        shifts.on(Events.accepted(offer));
        assertThat(seen(false).state()).isEqualTo(State.BUSY);
        assertThat(seen(false).order()).isEqualTo(Drivers.order(5));
        shifts.on(Events.opened(Drivers.driver(2), NOON));
        shifts.on(new ShiftPaused(ShiftId.of(Drivers.driver(2)), NOON));
        heard(Drivers.driver(2), Monaco.STATION);
        assertThat(cars.handle(new ListCars(false)).cars())
                .extracting(CarsOnShift.Car::state)
                .containsExactlyInAnyOrder(State.BUSY, State.PAUSED);
        clock.forward(Duration.ofMinutes(2));
        assertThat(cars.handle(new ListCars(false)).cars())
                .as("not heard lately")
                .isEmpty();
    }

    @Test
    void areNamelessAndInexactToStrangers() {
        Point exact = new Point(43.7391234, 7.4271234);
        shifts.on(Events.opened(BEN, NOON));
        heard(BEN, exact);
        shifts.on(Events.accepted(OfferId.of(ShiftId.of(BEN), Drivers.order(5), 1)));
        CarsOnShift.Car car = seen(true);
        assertThat(car.tag()).doesNotContain(BEN.value().substring(4)).hasSize(12);
        assertThat(car.point()).isEqualTo(new Point(43.739, 7.427));
        assertThat(car.order()).isNull();
        assertThat(car.bends()).isEmpty();
    }
}
