package hansom.edge.testing;

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
import hansom.contract.fare.Wish;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.person.Sealed;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ride in Monaco as examples. */
public final class Rides {
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    public static final OrderId ORDER = new OrderId("ord_01935d2a-0000-7000-8000-000000000000");
    public static final VehicleId OCTAVIA = new VehicleId("veh_01935d2a-0000-7000-8000-000000000003");

    private Rides() {}

    static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    static Tariff tariff() {
        return new Tariff(
                new TariffId("monaco-economy-1"),
                ProductClass.ECONOMY,
                eur(300),
                eur(120),
                eur(40),
                eur(700),
                200,
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                ZoneId.of("Europe/Monaco"),
                Map.of(Wish.PET, eur(300)),
                Duration.ofMinutes(3),
                eur(50),
                eur(100),
                Duration.ofMinutes(2),
                eur(400),
                eur(600),
                200,
                150,
                1300);
    }

    static Fare fare() {
        return Fare.of(
                List.of(
                        new FareItem(FareItem.Kind.BASE, eur(300), "start"),
                        new FareItem(FareItem.Kind.DISTANCE, eur(288), "2.40 km × 1.20")),
                EUR);
    }

    public static Quote quote(OrderId order, RiderId rider) {
        Point from = new Point(43.7384, 7.4246);
        Point to = new Point(43.7311, 7.4197);
        Distance way = Distance.ofMetres(2400);
        Duration time = Duration.ofMinutes(7);
        return new Quote(
                order,
                rider,
                RiderClass.REGULAR,
                ProductClass.ECONOMY,
                List.of(new Waypoint(from, null), new Waypoint(to, null)),
                Set.of(Wish.PET),
                null,
                new Route(
                        way,
                        time,
                        List.of(new Route.Leg(way, time, from, to)),
                        "_p~iF~ps|U_ulLnnqC",
                        List.of(),
                        false,
                        false,
                        "map"),
                fare(),
                eur(800),
                new Surge(1200, new Demand(new Cell("8839a1b2c3fffff"), 12, 4)),
                tariff(),
                Duration.ofMinutes(4),
                NOON,
                NOON.plusSeconds(300),
                "seal");
    }

    static DriverOnShift onShift(DriverId driver) {
        Sealed name = new Sealed(driver.value(), "1.none");
        return new DriverOnShift(
                driver,
                name,
                null,
                new Vehicle(
                        OCTAVIA,
                        VehicleType.CAR,
                        Set.of(ProductClass.ECONOMY),
                        "Škoda",
                        "Octavia",
                        "white",
                        2023,
                        name,
                        Set.of()),
                487,
                null,
                LocalDate.parse("2027-01-01"));
    }

    public static OfferId offer(DriverId driver) {
        return OfferId.of(ShiftId.of(driver), ORDER, 1);
    }

    static OrderView order(OrderId order, RiderId rider, DriverId driver) {
        return new OrderView(
                order,
                rider,
                OrderStatus.COMPLETED,
                null,
                quote(order, rider),
                new PaymentMethod.Cash(),
                null,
                "4711",
                1,
                new AssignedDriver(
                        driver, ShiftId.of(driver), offer(driver), onShift(driver), Duration.ofMinutes(4), NOON),
                0,
                fare(),
                new Tracking(
                        Distance.ofMetres(2410),
                        Distance.NONE,
                        Duration.ofMinutes(8),
                        96,
                        Tracking.Basis.MATCHED,
                        "tracks/one",
                        "ab12"),
                null,
                null,
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                NOON,
                NOON,
                NOON,
                9);
    }

    static ShiftView shift(DriverId driver) {
        OfferTerms terms = new OfferTerms(
                ProductClass.ECONOMY,
                quote(ORDER, new RiderId("rid_01935d2a-0000-7000-8000-000000000009"))
                        .waypoints(),
                Set.of(),
                Distance.ofMetres(900),
                Duration.ofMinutes(4),
                Distance.ofMetres(2400),
                Duration.ofMinutes(7),
                eur(588),
                eur(470),
                false,
                null);
        return new ShiftView(
                ShiftId.of(driver),
                ShiftView.State.OFFERED,
                onShift(driver),
                new ShiftView.OfferView(offer(driver), ORDER, terms, NOON, NOON.plusSeconds(15)),
                null,
                false,
                null,
                NOON,
                5);
    }
}
