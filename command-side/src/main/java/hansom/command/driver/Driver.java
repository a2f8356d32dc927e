package hansom.command.driver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.driver.State.Registered;
import hansom.command.refusal.RefusedException;
import hansom.contract.driver.DriverCommand.ApproveDriver;
import hansom.contract.driver.DriverCommand.ApprovePaper;
import hansom.contract.driver.DriverCommand.BlockDriver;
import hansom.contract.driver.DriverCommand.ChangeDriverProfile;
import hansom.contract.driver.DriverCommand.HandInPaper;
import hansom.contract.driver.DriverCommand.JoinFleet;
import hansom.contract.driver.DriverCommand.NameBankAccount;
import hansom.contract.driver.DriverCommand.PutVehicle;
import hansom.contract.driver.DriverCommand.RecordStanding;
import hansom.contract.driver.DriverCommand.RegisterDriver;
import hansom.contract.driver.DriverCommand.RejectPaper;
import hansom.contract.driver.DriverCommand.RemoveVehicle;
import hansom.contract.driver.DriverCommand.RequestShift;
import hansom.contract.driver.DriverCommand.UnblockDriver;
import hansom.contract.driver.DriverEvent;
import hansom.contract.driver.DriverEvent.BankAccountNamed;
import hansom.contract.driver.DriverEvent.DriverApproved;
import hansom.contract.driver.DriverEvent.DriverBlocked;
import hansom.contract.driver.DriverEvent.DriverProfileChanged;
import hansom.contract.driver.DriverEvent.DriverRegistered;
import hansom.contract.driver.DriverEvent.DriverUnblocked;
import hansom.contract.driver.DriverEvent.FleetJoined;
import hansom.contract.driver.DriverEvent.PaperApproved;
import hansom.contract.driver.DriverEvent.PaperHandedIn;
import hansom.contract.driver.DriverEvent.PaperRejected;
import hansom.contract.driver.DriverEvent.ShiftRequested;
import hansom.contract.driver.DriverEvent.StandingRecorded;
import hansom.contract.driver.DriverEvent.VehiclePut;
import hansom.contract.driver.DriverEvent.VehicleRemoved;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.person.Sealed;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Somebody who drives: let in by an operator when his papers and those of a vehicle are in order, and only as long as they hold. */
@Aggregate(snapshotTriggerDefinition = "longStreamSnapshots")
@Revision("1")
class Driver {
    private static final int MOST_VEHICLES = 10;

    @AggregateIdentifier
    private DriverId id;

    private State state = new State.Unregistered();

    @Decides
    void handle(RegisterDriver register, Clock clock) {
        if (state instanceof State.Unregistered)
            apply(new DriverRegistered(register.driverId(), register.phone(), register.language(), clock.instant()));
    }

    @Decides
    void handle(ChangeDriverProfile change) {
        tell(driver().profile(), new DriverProfileChanged(id, change.name(), change.language(), change.avatarFile()));
    }

    @Decides
    void handle(PutVehicle put) {
        Folder folder = driver().folder();
        Vehicle known = folder.vehicle(put.vehicle().vehicleId()).orElse(null);
        if (known == null && folder.vehicles().size() >= MOST_VEHICLES)
            throw new RefusedException(RefusalCode.TOO_MANY);
        if (!put.vehicle().equals(known)) apply(new VehiclePut(id, put.vehicle()));
    }

    @Decides
    void handle(RemoveVehicle remove) {
        if (driver().folder().vehicle(remove.vehicleId()).isPresent())
            apply(new VehicleRemoved(id, remove.vehicleId()));
    }

    @Decides
    void handle(HandInPaper handIn, Clock clock) {
        Paper paper = handIn.paper();
        Folder folder = driver().folder();
        if (paper.kind().ofVehicle() != (paper.vehicleId() != null))
            throw new RefusedException(
                    RefusalCode.PAPER_UNKNOWN, "a vehicle's paper names the vehicle, a person's does not");
        if (paper.vehicleId() != null) folder.getVehicle(paper.vehicleId());
        if (paper.validThrough().isBefore(LocalDate.now(clock))) throw new RefusedException(RefusalCode.PAPERS_EXPIRED);
        Filed filed = folder.paper(PaperKey.of(paper)).orElse(null);
        if (filed == null || !filed.paper().equals(paper)) apply(new PaperHandedIn(id, paper, clock.instant()));
    }

    @Decides
    void handle(NameBankAccount name) {
        tell(driver().account(), new BankAccountNamed(id, name.account(), name.bankToken()));
    }

    @Decides
    void handle(ApprovePaper approve) {
        Filed filed = driver().folder().getPaper(new PaperKey(approve.kind(), approve.vehicleId()));
        if (filed.state() != Paper.State.APPROVED)
            apply(new PaperApproved(id, approve.kind(), approve.vehicleId(), approve.operator()));
    }

    @Decides
    void handle(RejectPaper reject) {
        Filed filed = driver().folder().getPaper(new PaperKey(reject.kind(), reject.vehicleId()));
        if (filed.state() != Paper.State.REJECTED)
            apply(new PaperRejected(id, reject.kind(), reject.vehicleId(), reject.reason(), reject.operator()));
    }

    @Decides
    void handle(ApproveDriver approve, Clock clock) {
        if (driver().approved()) return;
        if (driver().name() == null)
            throw new RefusedException(RefusalCode.PAPERS_INCOMPLETE, "the driver has not told his name");
        List<String> lacking = driver().folder().lacking();
        if (!lacking.isEmpty()) throw new RefusedException(RefusalCode.PAPERS_INCOMPLETE, String.join(", ", lacking));
        apply(new DriverApproved(id, approve.operator(), clock.instant()));
    }

    @Decides
    void handle(BlockDriver block) {
        if (driver().blocked() == null) apply(new DriverBlocked(id, block.reason(), block.operator()));
    }

    @Decides
    void handle(UnblockDriver unblock) {
        if (driver().blocked() != null) apply(new DriverUnblocked(id, unblock.reason(), unblock.operator()));
    }

    @Decides
    void handle(JoinFleet join) {
        if (!Objects.equals(driver().fleet(), join.fleet())) apply(new FleetJoined(id, join.fleet(), join.operator()));
    }

    @Decides
    void handle(RequestShift request, Clock clock) {
        Registered driver = driver();
        if (driver.blocked() != null) throw new RefusedException(RefusalCode.DRIVER_BLOCKED);
        Sealed name = driver.name();
        if (!driver.approved() || name == null) throw new RefusedException(RefusalCode.DRIVER_NOT_APPROVED);
        Vehicle vehicle = driver.folder().getVehicle(request.vehicleId());
        if (!driver.folder().approved(null) || !driver.folder().approved(vehicle.vehicleId()))
            throw new RefusedException(RefusalCode.DRIVER_NOT_APPROVED);
        LocalDate through = driver.folder().holdThrough(vehicle.vehicleId());
        if (through.isBefore(
                LocalDate.ofInstant(clock.instant(), request.region().zone())))
            throw new RefusedException(RefusalCode.PAPERS_EXPIRED);
        String avatar = driver.profile() == null ? null : driver.profile().avatarFile();
        apply(new ShiftRequested(
                id,
                new DriverOnShift(id, name, avatar, vehicle, driver.rating(), driver.fleet(), through),
                request.region(),
                clock.instant()));
    }

    @Decides
    void handle(RecordStanding record) {
        Integer known = driver().rating();
        if (known == null || known != record.rating() || driver().ratings() != record.ratings())
            apply(new StandingRecorded(id, record.rating(), record.ratings()));
    }

    @EventSourcingHandler
    void on(DriverEvent event) {
        id = event.driverId();
        state = state.after(event);
    }

    private Registered driver() {
        if (state instanceof Registered driver) return driver;
        throw new RefusedException(RefusalCode.DRIVER_UNKNOWN);
    }

    private static void tell(@org.jspecify.annotations.Nullable DriverEvent known, DriverEvent news) {
        if (!news.equals(known)) apply(news);
    }
}
