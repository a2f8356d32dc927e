package hansom.saga;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
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
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.person.Sealed;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
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
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.test.utils.CallbackBehavior;

/** One ride that the tests tell: ANNA rides; BEN or his colleague CLEO drives. */
public final class Rides {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final OrderId ORDER = new OrderId("ord_01900000-0000-7000-8000-000000000100");
    public static final RiderId ANNA = new RiderId("rid_01900000-0000-7000-8000-000000000200");
    public static final DriverId BEN = new DriverId("drv_01900000-0000-7000-8000-000000000300");
    public static final DriverId CLEO = new DriverId("drv_01900000-0000-7000-8000-000000000400");
    public static final ShiftId BENS_SHIFT = ShiftId.of(BEN);
    public static final ShiftId CLEOS_SHIFT = ShiftId.of(CLEO);
    public static final PaymentMethod CARD =
            new PaymentMethod.Card(new CardId("crd_01900000-0000-7000-8000-000000000500"), "tok_anna", "visa", "4242");
    public static final Quote QUOTE = quote(RiderClass.REGULAR, null);

    private Rides() {}

    public static Money euros(long euros) {
        return new Money(euros * 100, EUR);
    }

    public static Fare fare(long euros) {
        return euros == 0
                ? Fare.of(List.of(), EUR)
                : Fare.of(List.of(new FareItem(FareItem.Kind.BASE, euros(euros), "")), EUR);
    }

    public static Quote quote(RiderClass riderClass, Instant pickupAt) {
        var from = new Point(43.73, 7.42);
        var to = new Point(43.75, 7.44);
        var distance = Distance.ofMetres(3_000);
        var time = Duration.ofMinutes(8);
        var route = new Route(
                distance, time, List.of(new Route.Leg(distance, time, from, to)), "", List.of(), false, false, "map");
        return new Quote(
                ORDER,
                ANNA,
                riderClass,
                ProductClass.ECONOMY,
                List.of(new Waypoint(from, null), new Waypoint(to, null)),
                Set.of(),
                pickupAt,
                route,
                fare(20),
                euros(25),
                new Surge(1000, new Demand(new Cell("8800"), 1, 5)),
                tariff(),
                Duration.ofMinutes(4),
                NOW,
                NOW.plusSeconds(300),
                "seal");
    }

    private static Tariff tariff() {
        return new Tariff(
                new TariffId("here-economy-1"),
                ProductClass.ECONOMY,
                euros(3),
                euros(1),
                euros(1),
                euros(5),
                0,
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                ZoneId.of("UTC"),
                Map.of(),
                Duration.ofMinutes(3),
                euros(1),
                euros(1),
                Duration.ofMinutes(2),
                euros(4),
                euros(6),
                200,
                100,
                1200);
    }

    public static OrderPlaced placed() {
        return new OrderPlaced(ORDER, ANNA, QUOTE, CARD, null, "1234", false, NOW);
    }

    public static OrderPlaced placedFor(Instant pickupAt) {
        return new OrderPlaced(ORDER, ANNA, quote(RiderClass.REGULAR, pickupAt), CARD, null, "1234", true, NOW);
    }

    public static SearchStarted searchStarted(int search) {
        return new SearchStarted(ORDER, ANNA, QUOTE, CARD, search, NOW);
    }

    public static DriverOnShift onShift(DriverId driver) {
        var vehicle = new Vehicle(
                new VehicleId("veh_01900000-0000-7000-8000-000000000600"),
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Make",
                "Model",
                "blue",
                2024,
                new Sealed(driver.value(), "plate"),
                Set.of());
        return new DriverOnShift(
                driver, new Sealed(driver.value(), "name"), null, vehicle, 480, null, LocalDate.of(2026, 12, 31));
    }

    public static OfferTerms terms() {
        return new OfferTerms(
                ProductClass.ECONOMY,
                QUOTE.waypoints(),
                Set.of(),
                Distance.ofMetres(900),
                Duration.ofMinutes(3),
                QUOTE.route().distance(),
                QUOTE.route().time(),
                euros(20),
                euros(16),
                false,
                null);
    }

    public static OfferId offer(DriverId driver, int search) {
        return OfferId.of(ShiftId.of(driver), ORDER, search);
    }

    public static AssignedDriver assigned(DriverId driver, int search) {
        return new AssignedDriver(
                driver, ShiftId.of(driver), offer(driver, search), onShift(driver), Duration.ofMinutes(3), NOW);
    }

    /** Aggregates that refuse every command of a type, and do all others. */
    public static CallbackBehavior refusing(Class<?> commandType, RefusalCode code) {
        return (command, _) -> {
            if (commandType.isInstance(command))
                throw new CommandExecutionException(code.wire(), null, new Refusal(code));
            return 0L;
        };
    }
}
