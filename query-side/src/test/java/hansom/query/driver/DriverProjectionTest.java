package hansom.query.driver;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverEvent;
import hansom.contract.driver.DriverEvent.*;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverQuery.ListDrivers;
import hansom.contract.driver.DriverView;
import hansom.contract.driver.DriverView.Standing;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.person.Sealed;
import hansom.query.testing.ViewsUnderTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverProjectionTest {
    private static final Vehicle CAR = onShift(BEN, null).vehicle();
    private static final String OPERATOR = "opr_1";

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final DriverProjection drivers = new DriverProjection(under.views());

    @Test
    void tellsAnApplicationUntilItIsApproved() {
        List<DriverEvent> history = application();
        under.tell(drivers, BEN.value(), history);
        DriverView once = found(BEN);
        under.tell(drivers, BEN.value(), history);
        assertThat(found(BEN)).isEqualTo(once).satisfies(driver -> {
            assertThat(driver.standing()).isEqualTo(Standing.APPROVED);
            assertThat(driver.vehicles()).containsExactly(CAR);
            assertThat(driver.papers())
                    .extracting(paper -> paper.paper().kind(), DriverView.PaperState::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Paper.Kind.LICENCE, Paper.State.APPROVED),
                            org.assertj.core.groups.Tuple.tuple(Paper.Kind.INSURANCE, Paper.State.REJECTED));
            assertThat(driver.papers().getLast().reason()).isEqualTo("blurred");
        });
    }

    @Test
    void isApprovedAgainOnceUnblockedAndStillApplyingWhenHeNeverWas() {
        under.tell(drivers, BEN.value(), application());
        under.tell(drivers, BEN.value(), 7, new DriverBlocked(BEN, "rude", OPERATOR));
        assertThat(found(BEN)).satisfies(driver -> {
            assertThat(driver.standing()).isEqualTo(Standing.BLOCKED);
            assertThat(driver.blockReason()).isEqualTo("rude");
        });
        under.tell(drivers, BEN.value(), 8, new DriverUnblocked(BEN, "appeal", OPERATOR));
        assertThat(found(BEN).standing()).isEqualTo(Standing.APPROVED);
        under.tell(
                drivers,
                CARL.value(),
                0,
                registered(CARL),
                new DriverBlocked(CARL, "forged", OPERATOR),
                new DriverUnblocked(CARL, "mistake", OPERATOR));
        assertThat(found(CARL).standing()).isEqualTo(Standing.APPLYING);
    }

    @Test
    void takesAVehiclesPapersAwayWithIt() {
        under.tell(drivers, BEN.value(), application());
        under.tell(drivers, BEN.value(), 7, new VehicleRemoved(BEN, CAR.vehicleId()));
        assertThat(found(BEN).vehicles()).isEmpty();
        assertThat(found(BEN).papers())
                .extracting(paper -> paper.paper().kind())
                .containsExactly(Paper.Kind.LICENCE);
    }

    @Test
    void isListedByStandingAndAsAWhole() {
        under.tell(drivers, BEN.value(), application());
        under.tell(drivers, CARL.value(), 0, registered(CARL));
        assertThat(drivers.handle(new ListDrivers(Standing.APPLYING, null, 10)).drivers())
                .extracting(DriverView::driverId)
                .containsExactly(CARL);
        var first = drivers.handle(new ListDrivers(null, null, 1));
        var second = drivers.handle(new ListDrivers(null, first.next(), 1));
        assertThat(List.of(
                        first.drivers().getFirst().driverId(),
                        second.drivers().getFirst().driverId()))
                .containsExactly(CARL, BEN);
        assertThat(second.next()).isNull();
    }

    private static List<DriverEvent> application() {
        return List.of(
                registered(BEN),
                new VehiclePut(BEN, CAR),
                new PaperHandedIn(BEN, paper(Paper.Kind.LICENCE), NOON),
                new PaperHandedIn(BEN, paper(Paper.Kind.INSURANCE), NOON),
                new PaperApproved(BEN, Paper.Kind.LICENCE, null, OPERATOR),
                new PaperRejected(BEN, Paper.Kind.INSURANCE, CAR.vehicleId(), "blurred", OPERATOR),
                new DriverApproved(BEN, OPERATOR, NOON));
    }

    private static DriverRegistered registered(DriverId driver) {
        return new DriverRegistered(driver, sealed("phone"), "en", NOON);
    }

    private static Paper paper(Paper.Kind kind) {
        return new Paper(
                kind, kind.ofVehicle() ? CAR.vehicleId() : null, sealed("number"), null, LocalDate.of(2027, 1, 1));
    }

    private static Sealed sealed(String text) {
        return new Sealed(BEN.value(), text);
    }

    private DriverView found(DriverId driver) {
        return drivers.handle(new FindDriver(driver)).orElseThrow();
    }
}
