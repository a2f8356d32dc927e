package hansom.command.driver;

import hansom.contract.driver.DriverEvent;
import hansom.contract.driver.DriverEvent.*;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.person.Sealed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** The sentences that tests of drivers are told with: BEN applies with one car; all papers hold through the end of the year. */
final class DriverStory {
    static final DriverId BEN = new DriverId("drv_019a0000-0000-7000-8000-0000000000b0");
    static final VehicleId CAR = new VehicleId("veh_019a0000-0000-7000-8000-000000000001");
    static final VehicleId UNKNOWN = new VehicleId("veh_019a0000-0000-7000-8000-000000000002");
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 30);
    static final DriverRegistered REGISTERED = new DriverRegistered(BEN, sealed("phone"), "en", NOON);
    static final DriverProfileChanged NAMED = new DriverProfileChanged(BEN, sealed("name"), "en", null);

    private DriverStory() {}

    static TestExecutor<Driver> at(Instant now, List<DriverEvent> history) {
        var driver = new AggregateTestFixture<>(Driver.class);
        driver.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        return history.isEmpty() ? driver.givenNoPriorActivity() : driver.given(history);
    }

    static Sealed sealed(String text) {
        return new Sealed(BEN.value(), text);
    }

    static Vehicle car(String colour) {
        return new Vehicle(
                CAR,
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Skoda",
                "Octavia",
                colour,
                2022,
                sealed("plate"),
                Set.of());
    }

    static Paper paper(Paper.Kind kind, LocalDate through) {
        return new Paper(kind, kind.ofVehicle() ? CAR : null, sealed(kind.name()), "file", through);
    }

    static PaperHandedIn handedIn(Paper.Kind kind, LocalDate through) {
        return new PaperHandedIn(BEN, paper(kind, through), NOON);
    }

    static PaperApproved approved(Paper.Kind kind) {
        return new PaperApproved(BEN, kind, kind.ofVehicle() ? CAR : null, "op_1");
    }

    /** BEN with his car, his name and every paper approved, but not yet let in. */
    static List<DriverEvent> complete() {
        List<DriverEvent> story = new ArrayList<>(List.of(REGISTERED, NAMED, new VehiclePut(BEN, car("white"))));
        for (Paper.Kind kind : Paper.Kind.values()) {
            story.add(handedIn(kind, kind == Paper.Kind.INSURANCE ? YEAR_END : NEXT_YEAR));
            story.add(approved(kind));
        }
        return story;
    }

    static List<DriverEvent> letIn() {
        return then(complete(), new DriverApproved(BEN, "op_1", NOON));
    }

    static List<DriverEvent> then(List<DriverEvent> history, DriverEvent... more) {
        List<DriverEvent> all = new ArrayList<>(history);
        all.addAll(List.of(more));
        return all;
    }

    static DriverOnShift onShift(LocalDate through) {
        return new DriverOnShift(BEN, sealed("name"), null, car("white"), null, null, through);
    }
}
