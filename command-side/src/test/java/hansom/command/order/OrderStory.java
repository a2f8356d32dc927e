package hansom.command.order;

import static hansom.command.fare.QuoteStory.*;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderCommand.PlaceOrder;
import hansom.contract.order.OrderEvent.*;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.person.Sealed;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** The sentences that tests of orders are told with: ANNA orders at noon, BEN takes it a minute later, CARL comes second. */
final class OrderStory {
    static final RiderId DORA = new RiderId("rid_019a0000-0000-7000-8000-0000000000d0");
    static final DriverId BEN = new DriverId("drv_019a0000-0000-7000-8000-0000000000b0");
    static final DriverId CARL = new DriverId("drv_019a0000-0000-7000-8000-0000000000c0");
    static final PaymentMethod CASH = new PaymentMethod.Cash();
    static final BoardingCodes CODES = new BoardingCodes("codes of these tests".getBytes(StandardCharsets.UTF_8));
    static final String CODE = CODES.of(ORDER);
    static final Quote QUOTE = quote();
    static final AssignedDriver BY_BEN = by(BEN, 1);
    static final AssignedDriver BY_CARL = by(CARL, 1);

    private OrderStory() {}

    /** An order with this history, as the clock stands at {@code now}. */
    static TestExecutor<Order> at(Instant now, Object... history) {
        var order = new AggregateTestFixture<>(Order.class);
        order.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        order.registerInjectableResource(new Placing(fares(), CODES));
        order.registerInjectableResource(new Endings(fares()));
        order.registerInjectableResource(new Cancelling(new Endings(fares())));
        return history.length == 0 ? order.givenNoPriorActivity() : order.given(history);
    }

    /** A history and what came after it. */
    static Object[] then(Object[] history, Object... more) {
        return Stream.concat(Arrays.stream(history), Arrays.stream(more)).toArray();
    }

    static PlaceOrder place() {
        return new PlaceOrder(ORDER, ANNA, QUOTE, CASH, null);
    }

    static OrderPlaced placed() {
        return new OrderPlaced(ORDER, ANNA, QUOTE, CASH, null, CODE, false, NOON);
    }

    static SearchStarted searching(int search, Instant at) {
        return new SearchStarted(ORDER, ANNA, QUOTE, CASH, search, at);
    }

    static DriverAssigned assigned() {
        return new DriverAssigned(ORDER, ANNA, BY_BEN, minute(1));
    }

    static DriverArrived arrived() {
        return new DriverArrived(ORDER, BEN, minute(5), minute(8));
    }

    static TripStarted started() {
        return new TripStarted(ORDER, BEN, minute(6), Duration.ofMinutes(1));
    }

    static TripEnded ended() {
        return new TripEnded(ORDER, ANNA, BY_BEN, QUOTE, minute(6), minute(26), Duration.ofMinutes(1));
    }

    static OrderCompleted completed() {
        return new OrderCompleted(
                ORDER,
                ANNA,
                BY_BEN,
                CASH,
                QUOTE.fare(),
                QUOTE.fare().total().permille(200),
                tracked(10_050),
                minute(6),
                minute(26),
                minute(27));
    }

    /** Everything up to where BEN is on the way. */
    static Object[] onTheWay() {
        return new Object[] {placed(), searching(1, NOON), assigned()};
    }

    static Object[] atPickup() {
        return new Object[] {placed(), searching(1, NOON), assigned(), arrived()};
    }

    static Object[] driving() {
        return new Object[] {placed(), searching(1, NOON), assigned(), arrived(), started()};
    }

    static Object[] setDown() {
        return new Object[] {placed(), searching(1, NOON), assigned(), arrived(), started(), ended()};
    }

    static Object[] done() {
        return new Object[] {placed(), searching(1, NOON), assigned(), arrived(), started(), ended(), completed()};
    }

    static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    static Tracking tracked(long metres) {
        return new Tracking(
                Distance.ofMetres(metres),
                Distance.NONE,
                Duration.ofMinutes(20),
                240,
                Tracking.Basis.MATCHED,
                "tracks/1",
                "ab12");
    }

    static AssignedDriver by(DriverId driver, int search) {
        ShiftId shift = ShiftId.of(driver);
        Vehicle car = new Vehicle(
                new VehicleId("veh_" + UUID),
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Skoda",
                "Octavia",
                "white",
                2022,
                new Sealed(driver.value(), "plate"),
                Set.of());
        DriverOnShift person = new DriverOnShift(
                driver, new Sealed(driver.value(), "name"), null, car, 480, null, LocalDate.of(2027, 1, 1));
        return new AssignedDriver(
                driver, shift, OfferId.of(shift, ORDER, search), person, Duration.ofMinutes(4), minute(1));
    }
}
