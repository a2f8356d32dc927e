package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.h3core.H3Core;
import hansom.contract.driver.DriverId;
import hansom.contract.fare.Fare;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Surge;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.TariffId;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Demands;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.MeasureDemand;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.money.Money;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandMeterTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money NOTHING = Money.zero(EUR);
    private static final RiderId ANNA = new RiderId("rid_01990000-0000-7000-8000-000000000001");
    private static final Point CASINO = new Point(43.7393, 7.42775);
    private static final Point NICE = new Point(43.7034, 7.2663);

    private final HandClock clock = new HandClock(NOON);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private DemandMeter meter;

    @BeforeEach
    void start() throws IOException {
        meter = new DemandMeter(new Cars(board, shifts, clock), H3Core.newInstance(), clock);
    }

    @Test
    void countsOrdersOfTheLastTenMinutesNearBy() {
        meter.on(search(1, CASINO, ProductClass.ECONOMY, 1));
        meter.on(search(1, CASINO, ProductClass.ECONOMY, 2));
        meter.on(search(2, CASINO, ProductClass.VAN, 1));
        meter.on(search(3, NICE, ProductClass.ECONOMY, 1));
        assertThat(measured().wanted()).isEqualTo(1);
        clock.forward(Duration.ofMinutes(10));
        meter.on(search(4, CASINO, ProductClass.ECONOMY, 1));
        assertThat(measured().wanted()).isEqualTo(2);
        clock.forward(Duration.ofSeconds(1));
        assertThat(measured().wanted()).isEqualTo(1);
    }

    @Test
    void countsFreeCarsNearBy() {
        free(1, CASINO);
        free(2, NICE);
        assertThat(measured().free()).isEqualTo(1);
        assertThat(measured(ProductClass.VAN).free()).isZero();
    }

    @Test
    void namesTheCell() {
        assertThat(measured().cell().value()).hasSize(15).startsWith("88");
    }

    private Demand measured() {
        return measured(ProductClass.ECONOMY);
    }

    private Demand measured(ProductClass asked) {
        Demands demands = meter.handle(new MeasureDemand(CASINO, Set.of(ProductClass.values())));
        assertThat(demands.demands()).containsOnlyKeys(ProductClass.values());
        return demands.of(asked);
    }

    private void free(int number, Point point) {
        DriverId driver = Drivers.driver(number);
        shifts.on(Events.opened(driver, NOON));
        board.put(new Fix(Drivers.at(driver, point, NOON), NOON));
    }

    private SearchStarted search(int number, Point pickup, ProductClass productClass, int search) {
        Route route = new Route(
                Distance.ofMetres(3_000), Duration.ofMinutes(8), List.of(), "", List.of(), false, false, "map");
        Quote quote = new Quote(
                Drivers.order(number),
                ANNA,
                RiderClass.REGULAR,
                productClass,
                List.of(new Waypoint(pickup, null), new Waypoint(NICE, null)),
                Set.of(),
                null,
                route,
                Fare.of(List.of(), EUR),
                NOTHING,
                new Surge(1000, new Demand(new Cell("8800"), 0, 0)),
                tariff(productClass),
                null,
                NOON,
                NOON,
                "");
        return new SearchStarted(Drivers.order(number), ANNA, quote, new PaymentMethod.Cash(), search, clock.instant());
    }

    private static Tariff tariff(ProductClass productClass) {
        return new Tariff(
                new TariffId("free-of-charge-1"),
                productClass,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                0,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                ZoneOffset.UTC,
                Map.of(),
                Duration.ZERO,
                NOTHING,
                NOTHING,
                Duration.ZERO,
                NOTHING,
                NOTHING,
                0,
                0,
                1000);
    }
}
