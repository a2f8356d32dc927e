package hansom.geo.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.fare.Fare;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Distance;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.geo.Tracking;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.engines.keys.KeyedHash;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.objects.ObjectStore;
import hansom.geo.testing.Drivers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopsTest {
    private static final Point KERB = new Point(43.7384, 7.4246);
    private static final Point TEN_METRES_ON = new Point(43.73849, 7.4246);
    private static final Point FAR = new Point(43.7400, 7.4246);
    private static final RiderId ANNA = new RiderId("rid_01990000-0000-7000-8000-000000000001");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private final Stops stops = new Stops();

    @Test
    void needsFiveDriversAndNotFiveRides() {
        for (int ride = 0; ride < 9; ride++) stops.boarded(ride % 4, ride % 2 == 0 ? KERB : TEN_METRES_ON, NOON);
        assertThat(stops.at(KERB)).isNull();
        stops.boarded(5, KERB, NOON);
        assertThat(stops.at(KERB)).satisfies(stop -> assertThat(stop.boarded()).isEqualTo(10));
        assertThat(stops.at(FAR)).isNull();
    }

    @Test
    void knowsWhoWasWaitedForInVain() {
        for (int driver = 0; driver < 5; driver++) stops.boarded(driver, KERB, NOON);
        for (int times = 0; times < 5; times++) stops.givenUp(TEN_METRES_ON, NOON);
        assertThat(stops.at(KERB))
                .satisfies(stop -> assertThat(stop.givenUpShare()).isEqualTo(0.25));
    }

    @Test
    void outlivesARestartAndCountsNothingTwice() {
        ObjectStore objects = new ObjectFolder(folder);
        Region region = Region.named("local");
        try (StopArchive _ = new StopArchive(objects, region, stops)) {
            for (int driver = 0; driver < 5; driver++) stops.boarded(driver, KERB, NOON);
            stops.heed(NOON);
        }
        Stops again = new Stops();
        try (StopArchive _ = new StopArchive(objects, region, again)) {
            again.boarded(7, KERB, NOON);
            assertThat(again.at(KERB))
                    .satisfies(stop -> assertThat(stop.boarded()).isEqualTo(5));
            again.boarded(7, KERB, NOON.plusSeconds(1));
            assertThat(again.at(KERB))
                    .satisfies(stop -> assertThat(stop.boarded()).isEqualTo(6));
        }
        objects.put("stops/local.bin", "nonsense".getBytes(StandardCharsets.UTF_8));
        Stops fresh = new Stops();
        try (StopArchive _ = new StopArchive(objects, region, fresh)) {
            assertThat(fresh.at(KERB)).isNull();
        }
    }

    @Test
    void learnsFromCompletedTripsAndFromThoseWhoDidNotCome() {
        StopFollower follower = new StopFollower(
                stops,
                (driver, from, to) -> List.of(
                        new DriverPosition(driver, FAR, from, null, null),
                        new DriverPosition(driver, KERB, from.plusSeconds(18), null, null)),
                new KeyedHash(new byte[32]));
        for (int number = 1; number <= 5; number++) {
            follower.on(new DriverArrived(Drivers.order(number), Drivers.driver(number), at(number), NOON));
            follower.on(completed(number));
            // Told once more after a start.
            follower.on(completed(number));
        }
        assertThat(stops.at(KERB)).satisfies(stop -> assertThat(stop.boarded()).isEqualTo(5));
        assertThat(stops.at(FAR)).isNull();
        follower.on(new DriverArrived(Drivers.order(6), Drivers.driver(6), at(6), NOON));
        follower.on(cancelled(6));
        follower.on(cancelled(6));
        follower.on(cancelled(7));
        assertThat(stops.at(KERB)).satisfies(stop -> assertThat(stop.givenUp()).isEqualTo(1));
    }

    private static Instant at(int number) {
        return NOON.plusSeconds(60L * number);
    }

    private static OrderCompleted completed(int number) {
        Fare fare = Fare.of(List.of(), EUR);
        AssignedDriver driver = new AssignedDriver(
                Drivers.driver(number),
                ShiftId.of(Drivers.driver(number)),
                OfferId.of(ShiftId.of(Drivers.driver(number)), Drivers.order(number), 1),
                Drivers.onShift(Drivers.driver(number), Set.of(ProductClass.ECONOMY), Set.of()),
                Duration.ofMinutes(2),
                NOON);
        Tracking tracking =
                new Tracking(Distance.NONE, Distance.NONE, Duration.ZERO, 0, Tracking.Basis.MATCHED, "file", "sum");
        return new OrderCompleted(
                Drivers.order(number),
                ANNA,
                driver,
                new PaymentMethod.Cash(),
                fare,
                new Money(0, EUR),
                tracking,
                at(number).minusSeconds(30),
                at(number),
                at(number));
    }

    private static OrderCancelled cancelled(int number) {
        return new OrderCancelled(
                Drivers.order(number),
                ANNA,
                CancelReason.RIDER_NO_SHOW,
                null,
                new PaymentMethod.Cash(),
                Fare.of(List.of(), EUR),
                new Money(0, EUR),
                null,
                at(number).plusSeconds(5));
    }
}
