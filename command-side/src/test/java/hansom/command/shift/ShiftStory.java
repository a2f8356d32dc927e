package hansom.command.shift;

import static hansom.command.fare.QuoteStory.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Distance;
import hansom.contract.id.Region;
import hansom.contract.person.Sealed;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftEvent.*;
import hansom.contract.shift.ShiftId;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
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

/** The sentences that tests of shifts are told with: BEN goes on shift at noon, and is shown an order ten seconds later, for 15 seconds. */
final class ShiftStory {
    static final DriverId BEN_ID = new DriverId("drv_019a0000-0000-7000-8000-0000000000b0");
    static final DriverOnShift BEN = in("veh_019a0000-0000-7000-8000-000000000001");
    static final DriverOnShift BEN_IN_ANOTHER_CAR = in("veh_019a0000-0000-7000-8000-000000000002");
    static final ShiftId SHIFT = ShiftId.of(BEN_ID);
    static final OfferId OFFER = OfferId.of(SHIFT, ORDER, 1);
    static final OfferId OTHER = OfferId.of(SHIFT, OTHER_ORDER, 1);
    static final OfferId TO_CARL =
            OfferId.of(ShiftId.of(new DriverId("drv_019a0000-0000-7000-8000-0000000000c0")), ORDER, 1);
    private static final ObjectMapper JSON = MessageMapper.create();

    private ShiftStory() {}

    static TestExecutor<Shift> at(int second, Object... history) {
        var shift = new AggregateTestFixture<>(Shift.class);
        shift.registerInjectableResource(Clock.fixed(second(second), ZoneOffset.UTC));
        return history.length == 0 ? shift.givenNoPriorActivity() : shift.given(history);
    }

    static Instant second(int second) {
        return NOON.plusSeconds(second);
    }

    static Object[] then(Object[] history, Object... more) {
        return Stream.concat(Arrays.stream(history), Arrays.stream(more)).toArray();
    }

    static ShiftOpened opened(int stretch, int second) {
        return new ShiftOpened(SHIFT, stretch, BEN, Region.LOCAL, second(second));
    }

    static ShowOffer show(OfferId offer) {
        return new ShowOffer(SHIFT, offer, offer.order(), terms(), Duration.ofSeconds(15));
    }

    static OfferShown shown(OfferId offer) {
        return new OfferShown(SHIFT, offer, offer.order(), terms(), second(10), second(25));
    }

    static OfferAccepted accepted(int second) {
        return new OfferAccepted(SHIFT, OFFER, ORDER, BEN, terms(), second(second));
    }

    static Object[] holding() {
        return new Object[] {opened(1, 0), shown(OFFER), accepted(13)};
    }

    static Object[] released() {
        return then(holding(), new ShiftReleased(SHIFT, ORDER, ReleaseReason.TRIP_ENDED, second(29)));
    }

    static Shift shiftAfter(Object... history) {
        Shift shift = new Shift();
        for (Object event : history) shift.on((ShiftEvent) event);
        return shift;
    }

    static Shift fromSnapshot(Shift shift) {
        try {
            return JSON.readValue(JSON.writeValueAsBytes(shift), Shift.class);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static OfferTerms terms() {
        return new OfferTerms(
                ProductClass.ECONOMY,
                quote().waypoints(),
                Set.of(),
                Distance.ofMetres(900),
                Duration.ofMinutes(4),
                Distance.ofMetres(10_000),
                Duration.ofMinutes(20),
                eur(2_200),
                eur(1_760),
                true,
                null);
    }

    private static DriverOnShift in(String vehicle) {
        var car = new Vehicle(
                new VehicleId(vehicle),
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Skoda",
                "Octavia",
                "white",
                2022,
                new Sealed(BEN_ID.value(), "plate"),
                Set.of());
        return new DriverOnShift(
                BEN_ID, new Sealed(BEN_ID.value(), "name"), null, car, 480, null, LocalDate.of(2027, 1, 1));
    }
}
