package hansom.query.testing;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Fleet;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Surge;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.TariffId;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderEvent.TripStarted;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.person.Sealed;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ANNA orders at noon, BEN takes it a minute later, and drives her for 20 minutes. */
public final class RideStory {
    public static final RiderId ANNA = new RiderId("rid_019a0000-0000-7000-8000-0000000000a0");
    public static final DriverId BEN = driver(0xb0);
    public static final DriverId CARL = driver(0xc0);
    public static final OrderId ORDER = order(1);
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final PaymentMethod CASH = new PaymentMethod.Cash();
    public static final PaymentMethod.Card VISA =
            new PaymentMethod.Card(new CardId("crd_019a0000-0000-7000-8000-000000000001"), "tok_visa", "visa", "4242");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Point HOME = new Point(43.7384, 7.4246);
    private static final Point STATION = new Point(43.7300, 7.4170);

    private RideStory() {}

    public static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    public static Fare fare(long cents) {
        return Fare.of(List.of(new FareItem(FareItem.Kind.BASE, eur(cents), "base")), EUR);
    }

    public static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    public static OrderId order(int number) {
        return new OrderId("ord_019a0000-0000-7000-8000-%010d00".formatted(number));
    }

    public static DriverId driver(int number) {
        return new DriverId("drv_019a0000-0000-7000-8000-%010x00".formatted(number));
    }

    /** From being placed to being completed, for 22.00 of which 20 % are commission. */
    public static List<OrderEvent> ride(OrderId order) {
        return List.of(
                placed(order),
                searching(order, 1),
                assigned(order, BEN, 1),
                new DriverArrived(order, BEN, minute(5), minute(8)),
                new TripStarted(order, BEN, minute(6), Duration.ofMinutes(1)),
                new TripEnded(
                        order, ANNA, by(BEN, order, 1), quote(order), minute(6), minute(26), Duration.ofMinutes(1)),
                completed(order, CASH, 2_200, null));
    }

    public static OrderPlaced placed(OrderId order) {
        return new OrderPlaced(order, ANNA, quote(order), CASH, null, "1234", false, NOON);
    }

    public static SearchStarted searching(OrderId order, int search) {
        return new SearchStarted(order, ANNA, quote(order), CASH, search, NOON);
    }

    public static DriverAssigned assigned(OrderId order, DriverId driver, int search) {
        return new DriverAssigned(order, ANNA, by(driver, order, search), minute(1));
    }

    public static OrderCompleted completed(OrderId order, PaymentMethod method, long cents, @Nullable Fleet fleet) {
        return new OrderCompleted(
                order,
                ANNA,
                by(BEN, order, 1, fleet),
                method,
                fare(cents),
                eur(cents).permille(200),
                new Tracking(
                        Distance.ofMetres(10_050),
                        Distance.NONE,
                        Duration.ofMinutes(20),
                        240,
                        Tracking.Basis.MATCHED,
                        "tracks/1",
                        "ab12"),
                minute(6),
                minute(26),
                minute(27));
    }

    public static AssignedDriver by(DriverId driver, OrderId order, int search) {
        return by(driver, order, search, null);
    }

    static AssignedDriver by(DriverId driver, OrderId order, int search, @Nullable Fleet fleet) {
        ShiftId shift = ShiftId.of(driver);
        return new AssignedDriver(
                driver,
                shift,
                OfferId.of(shift, order, search),
                onShift(driver, fleet),
                Duration.ofMinutes(4),
                minute(1));
    }

    public static DriverOnShift onShift(DriverId driver, @Nullable Fleet fleet) {
        Vehicle car = new Vehicle(
                new VehicleId("veh_019a0000-0000-7000-8000-000000000001"),
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Skoda",
                "Octavia",
                "white",
                2022,
                new Sealed(driver.value(), "plate"),
                Set.of());
        return new DriverOnShift(
                driver, new Sealed(driver.value(), "name"), null, car, 480, fleet, LocalDate.of(2027, 1, 1));
    }

    public static Quote quote(OrderId order) {
        Route route = new Route(
                Distance.ofMetres(10_000),
                Duration.ofMinutes(20),
                List.of(new Route.Leg(Distance.ofMetres(10_000), Duration.ofMinutes(20), HOME, STATION)),
                "_p~iF~ps|U",
                List.of(),
                false,
                false,
                "map-1");
        return new Quote(
                order,
                ANNA,
                RiderClass.REGULAR,
                ProductClass.ECONOMY,
                List.of(new Waypoint(HOME, null), new Waypoint(STATION, null)),
                Set.of(),
                null,
                route,
                fare(2_200),
                eur(2_640),
                new Surge(1_000, new Demand(new Cell("881f1d4887fffff"), 0, 3)),
                tariff(),
                Duration.ofMinutes(4),
                NOON,
                minute(5),
                "seal");
    }

    private static Tariff tariff() {
        return new Tariff(
                new TariffId("local-economy-1"),
                ProductClass.ECONOMY,
                eur(300),
                eur(120),
                eur(35),
                eur(700),
                200,
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                ZoneId.of("Europe/Monaco"),
                Map.of(),
                Duration.ofMinutes(3),
                eur(50),
                eur(100),
                Duration.ofMinutes(2),
                eur(400),
                eur(700),
                200,
                200,
                1_500);
    }
}
