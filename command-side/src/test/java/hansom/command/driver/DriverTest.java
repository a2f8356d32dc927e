package hansom.command.driver;

import static hansom.command.driver.DriverStory.*;
import static hansom.command.refusal.Refusals.refuses;
import static hansom.contract.driver.Paper.Kind.INSURANCE;
import static hansom.contract.driver.Paper.Kind.LICENCE;
import static hansom.contract.driver.Paper.Kind.PASSPORT;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverCommand.*;
import hansom.contract.driver.DriverEvent;
import hansom.contract.driver.DriverEvent.*;
import hansom.contract.driver.Fleet;
import hansom.contract.driver.FleetId;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.id.Region;
import hansom.contract.refusal.RefusalCode;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may drive: only somebody whose papers, and those of his car, an operator has approved and which hold today. */
class DriverTest {
    private static final RequestShift REQUEST = new RequestShift(BEN, CAR, Region.LOCAL);

    @Test
    void registersOnce() {
        var register = new RegisterDriver(BEN, sealed("phone"), "en");
        at(NOON, List.of()).when(register).expectEvents(REGISTERED);
        at(NOON, List.of(REGISTERED)).when(register).expectNoEvents();
        refuses(RefusalCode.DRIVER_UNKNOWN, at(NOON, List.of()).when(REQUEST));
    }

    @Test
    void mayDriveWithAllPapers() {
        at(NOON, letIn()).when(REQUEST).expectEvents(new ShiftRequested(BEN, onShift(YEAR_END), Region.LOCAL, NOON));
    }

    @Test
    void mayNotDriveBeforeAnOperatorLetsHimIn() {
        refuses(RefusalCode.DRIVER_NOT_APPROVED, at(NOON, complete()).when(REQUEST));
        refuses(RefusalCode.DRIVER_NOT_APPROVED, at(NOON, List.of(REGISTERED)).when(REQUEST));
    }

    @Test
    void mayDriveOnTheLastDayOfHisPapersByTheRegionsCalendar() {
        var lastEvening = Instant.parse("2026-12-31T20:59:59Z");
        at(lastEvening, letIn()).when(new RequestShift(BEN, CAR, Region.MOSCOW)).expectSuccessfulHandlerExecution();
        refuses(
                RefusalCode.PAPERS_EXPIRED,
                at(lastEvening.plusSeconds(1), letIn()).when(new RequestShift(BEN, CAR, Region.MOSCOW)));
        at(lastEvening.plusSeconds(1), letIn()).when(REQUEST).expectSuccessfulHandlerExecution();
    }

    @Test
    void mayNotDriveWhileBlocked() {
        var blocked = new DriverBlocked(BEN, "complaints", "op_1");
        at(NOON, letIn()).when(new BlockDriver(BEN, "complaints", "op_1")).expectEvents(blocked);
        at(NOON, then(letIn(), blocked))
                .when(new BlockDriver(BEN, "again", "op_2"))
                .expectNoEvents();
        refuses(RefusalCode.DRIVER_BLOCKED, at(NOON, then(letIn(), blocked)).when(REQUEST));
        var unblocked = new DriverUnblocked(BEN, "sorry", "op_1");
        at(NOON, then(letIn(), blocked))
                .when(new UnblockDriver(BEN, "sorry", "op_1"))
                .expectEvents(unblocked);
        at(NOON, then(letIn(), blocked, unblocked)).when(REQUEST).expectSuccessfulHandlerExecution();
    }

    @Test
    void mayNotDriveACarThatIsNotHisOrWasChanged() {
        refuses(RefusalCode.VEHICLE_UNKNOWN, at(NOON, letIn()).when(new RequestShift(BEN, UNKNOWN, Region.LOCAL)));
        var repainted = new VehiclePut(BEN, car("black"));
        at(NOON, letIn()).when(new PutVehicle(BEN, car("black"))).expectEvents(repainted);
        at(NOON, letIn()).when(new PutVehicle(BEN, car("white"))).expectNoEvents();
        refuses(
                RefusalCode.DRIVER_NOT_APPROVED,
                at(NOON, then(letIn(), repainted)).when(REQUEST));
    }

    @Test
    void mayNotDriveOnARejectedOrNewPaper() {
        refuses(
                RefusalCode.DRIVER_NOT_APPROVED,
                at(NOON, then(letIn(), new PaperRejected(BEN, LICENCE, null, "blurred", "op_1")))
                        .when(REQUEST));
        refuses(
                RefusalCode.DRIVER_NOT_APPROVED,
                at(NOON, then(letIn(), handedIn(LICENCE, NEXT_YEAR.plusYears(1))))
                        .when(REQUEST));
    }

    @Test
    void isLetInWithAllPapersOnly() {
        var approve = new ApproveDriver(BEN, "op_1");
        at(NOON, complete()).when(approve).expectEvents(new DriverApproved(BEN, "op_1", NOON));
        at(NOON, letIn()).when(approve).expectNoEvents();
        for (int left = 0; left < complete().size(); left++) {
            List<DriverEvent> incomplete = new ArrayList<>(complete().subList(0, left));
            refuses(
                    left == 0 ? RefusalCode.DRIVER_UNKNOWN : RefusalCode.PAPERS_INCOMPLETE,
                    at(NOON, incomplete).when(approve));
        }
    }

    @Test
    void hearsWhichPapersAreLacking() {
        lacks("licence (not handed in), passport (not handed in), a vehicle", REGISTERED, NAMED);
        lacks(
                "licence (not approved yet), passport (not handed in), vehicle_registration of %s (not handed in), insurance of %s (not handed in)"
                        .formatted(CAR, CAR),
                REGISTERED,
                NAMED,
                new VehiclePut(BEN, car("white")),
                handedIn(LICENCE, NEXT_YEAR));
    }

    private static void lacks(String words, DriverEvent... history) {
        at(NOON, List.of(history))
                .when(new ApproveDriver(BEN, "op_1"))
                .expectExceptionMessage("papers_incomplete: " + words)
                .expectNoEvents();
    }

    @Test
    void handsInPapersThatHoldAndBelongSomewhere() {
        List<DriverEvent> applying = List.of(REGISTERED, new VehiclePut(BEN, car("white")));
        var handIn = new HandInPaper(BEN, paper(LICENCE, NEXT_YEAR));
        at(NOON, applying).when(handIn).expectEvents(handedIn(LICENCE, NEXT_YEAR));
        at(NOON, then(applying, handedIn(LICENCE, NEXT_YEAR))).when(handIn).expectNoEvents();
        at(NOON, applying)
                .when(new HandInPaper(BEN, paper(LICENCE, LocalDate.of(2026, 11, 24))))
                .expectSuccessfulHandlerExecution();
        refuses(
                RefusalCode.PAPERS_EXPIRED,
                at(NOON, applying).when(new HandInPaper(BEN, paper(LICENCE, LocalDate.of(2026, 11, 23)))));
        refuses(
                RefusalCode.VEHICLE_UNKNOWN,
                at(NOON, List.of(REGISTERED)).when(new HandInPaper(BEN, paper(INSURANCE, NEXT_YEAR))));
        var nobodys = new Paper(INSURANCE, null, sealed("number"), null, NEXT_YEAR);
        refuses(RefusalCode.PAPER_UNKNOWN, at(NOON, applying).when(new HandInPaper(BEN, nobodys)));
    }

    @Test
    void hasEachPaperJudgedOnce() {
        List<DriverEvent> applying = List.of(REGISTERED, handedIn(PASSPORT, NEXT_YEAR));
        at(NOON, applying).when(new ApprovePaper(BEN, PASSPORT, null, "op_1")).expectEvents(approved(PASSPORT));
        at(NOON, then(applying, approved(PASSPORT)))
                .when(new ApprovePaper(BEN, PASSPORT, null, "op_2"))
                .expectNoEvents();
        refuses(RefusalCode.PAPER_UNKNOWN, at(NOON, applying).when(new ApprovePaper(BEN, LICENCE, null, "op_1")));
        var reject = new RejectPaper(BEN, PASSPORT, null, "blurred", "op_1");
        var rejected = new PaperRejected(BEN, PASSPORT, null, "blurred", "op_1");
        at(NOON, applying).when(reject).expectEvents(rejected);
        at(NOON, then(applying, rejected)).when(reject).expectNoEvents();
    }

    @Test
    void losesAVehiclesPapersWithTheVehicle() {
        var removed = new VehicleRemoved(BEN, CAR);
        at(NOON, letIn()).when(new RemoveVehicle(BEN, CAR)).expectEvents(removed);
        at(NOON, letIn()).when(new RemoveVehicle(BEN, UNKNOWN)).expectNoEvents();
        List<DriverEvent> again = then(letIn(), removed, new VehiclePut(BEN, car("white")));
        refuses(RefusalCode.DRIVER_NOT_APPROVED, at(NOON, again).when(REQUEST));
    }

    @Test
    void hasTenVehiclesAtMost() {
        List<DriverEvent> many = new ArrayList<>(List.of(REGISTERED));
        for (int n = 0; n < 10; n++) many.add(new VehiclePut(BEN, numbered(n)));
        refuses(RefusalCode.TOO_MANY, at(NOON, many).when(new PutVehicle(BEN, numbered(10))));
        at(NOON, many.subList(0, 10))
                .when(new PutVehicle(BEN, numbered(10)))
                .expectEvents(new VehiclePut(BEN, numbered(10)));
    }

    @Test
    void tellsWhatIsNewOnly() {
        var fleet = new Fleet(new FleetId("flt_019a0000-0000-7000-8000-000000000000"), 300);
        at(NOON, List.of(REGISTERED)).when(new JoinFleet(BEN, null, "op_1")).expectNoEvents();
        at(NOON, List.of(REGISTERED))
                .when(new JoinFleet(BEN, fleet, "op_1"))
                .expectEvents(new FleetJoined(BEN, fleet, "op_1"));
        var standing = new StandingRecorded(BEN, 480, 12);
        at(NOON, List.of(REGISTERED)).when(new RecordStanding(BEN, 480, 12)).expectEvents(standing);
        at(NOON, List.of(REGISTERED, standing))
                .when(new RecordStanding(BEN, 480, 12))
                .expectNoEvents();
        at(NOON, List.of(REGISTERED, NAMED))
                .when(new ChangeDriverProfile(BEN, sealed("name"), "en", null))
                .expectNoEvents();
        var account = new BankAccountNamed(BEN, sealed("account"), "tok");
        at(NOON, List.of(REGISTERED))
                .when(new NameBankAccount(BEN, sealed("account"), "tok"))
                .expectEvents(account);
        at(NOON, List.of(REGISTERED, account))
                .when(new NameBankAccount(BEN, sealed("account"), "tok"))
                .expectNoEvents();
    }

    @Test
    void isTheSameWhenReadFromASnapshot() throws IOException {
        var json = MessageMapper.create();
        for (List<DriverEvent> history : List.of(List.<DriverEvent>of(), complete(), letIn())) {
            Driver driver = new Driver();
            history.forEach(driver::on);
            Driver read = json.readValue(json.writeValueAsBytes(driver), Driver.class);
            assertThat(read).usingRecursiveComparison().isEqualTo(driver);
        }
    }

    private static Vehicle numbered(int n) {
        var car = car("white");
        return new Vehicle(
                new VehicleId("veh_019a0000-0000-7000-8000-%012x".formatted(0x100 + n)),
                car.type(),
                car.classes(),
                car.make(),
                car.model(),
                car.colour(),
                car.year(),
                car.plate(),
                car.equipment());
    }
}
