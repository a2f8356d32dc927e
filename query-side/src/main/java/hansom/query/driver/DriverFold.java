package hansom.query.driver;

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
import hansom.contract.driver.DriverView;
import hansom.contract.driver.DriverView.PaperState;
import hansom.contract.driver.DriverView.Standing;
import hansom.contract.driver.Fleet;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.person.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each event makes of a driver's view. */
final class DriverFold {
    private final DriverView before;
    private @Nullable Sealed name;
    private String language;
    private @Nullable String avatarFile;
    private Standing standing;
    private boolean approved;
    private @Nullable String blockReason;
    private List<Vehicle> vehicles;
    private List<PaperState> papers;
    private @Nullable Fleet fleet;
    private @Nullable Sealed bankAccount;
    private @Nullable String bankToken;
    private @Nullable Integer rating;
    private int ratings;

    private DriverFold(DriverView before) {
        this.before = before;
        this.name = before.name();
        this.language = before.language();
        this.avatarFile = before.avatarFile();
        this.standing = before.standing();
        this.approved = before.approved();
        this.blockReason = before.blockReason();
        this.vehicles = new ArrayList<>(before.vehicles());
        this.papers = new ArrayList<>(before.papers());
        this.fleet = before.fleet();
        this.bankAccount = before.bankAccount();
        this.bankToken = before.bankToken();
        this.rating = before.rating();
        this.ratings = before.ratings();
    }

    static DriverView after(@Nullable DriverView before, DriverEvent event, long version) {
        if (event instanceof DriverRegistered registered)
            return new DriverView(
                    registered.driverId(),
                    registered.phone(),
                    null,
                    registered.language(),
                    null,
                    Standing.APPLYING,
                    false,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    0,
                    registered.at(),
                    version);
        if (before == null) throw new IllegalStateException("a driver's story begins with registering");
        DriverFold fold = new DriverFold(before);
        fold.apply(event);
        return fold.view(version);
    }

    private void apply(DriverEvent event) {
        switch (event) {
            case DriverRegistered again -> {}
            case DriverProfileChanged changed -> {
                name = changed.name();
                language = changed.language();
                avatarFile = changed.avatarFile();
            }
            case VehiclePut put -> {
                vehicles.removeIf(
                        known -> known.vehicleId().equals(put.vehicle().vehicleId()));
                vehicles.add(put.vehicle());
                judge(
                        paper -> put.vehicle().vehicleId().equals(paper.vehicleId()),
                        known -> new PaperState(known.paper(), Paper.State.HANDED_IN, null));
            }
            case VehicleRemoved removed -> {
                vehicles.removeIf(known -> known.vehicleId().equals(removed.vehicleId()));
                papers.removeIf(
                        known -> removed.vehicleId().equals(known.paper().vehicleId()));
            }
            case PaperHandedIn handed -> {
                papers.removeIf(known ->
                        is(known.paper(), handed.paper().kind(), handed.paper().vehicleId()));
                papers.add(new PaperState(handed.paper(), Paper.State.HANDED_IN, null));
            }
            case PaperApproved good ->
                judge(
                        paper -> is(paper, good.kind(), good.vehicleId()),
                        known -> new PaperState(known.paper(), Paper.State.APPROVED, null));
            case PaperRejected rejected ->
                judge(
                        paper -> is(paper, rejected.kind(), rejected.vehicleId()),
                        known -> new PaperState(known.paper(), Paper.State.REJECTED, rejected.reason()));
            case BankAccountNamed named -> {
                bankAccount = named.account();
                bankToken = named.bankToken();
            }
            case DriverApproved letIn -> {
                approved = true;
                standing = standing == Standing.BLOCKED ? standing : Standing.APPROVED;
            }
            case DriverBlocked blocked -> {
                standing = Standing.BLOCKED;
                blockReason = blocked.reason();
            }
            case DriverUnblocked unblocked -> {
                standing = approved ? Standing.APPROVED : Standing.APPLYING;
                blockReason = null;
            }
            case FleetJoined joined -> fleet = joined.fleet();
            case StandingRecorded recorded -> {
                rating = recorded.rating();
                ratings = recorded.ratings();
            }
            case ShiftRequested requested -> {}
        }
    }

    private static boolean is(Paper paper, Paper.Kind kind, @Nullable VehicleId vehicle) {
        return paper.kind() == kind && Objects.equals(paper.vehicleId(), vehicle);
    }

    private void judge(Predicate<Paper> which, UnaryOperator<PaperState> judged) {
        papers.replaceAll(known -> which.test(known.paper()) ? judged.apply(known) : known);
    }

    private DriverView view(long version) {
        return new DriverView(
                before.driverId(),
                before.phone(),
                name,
                language,
                avatarFile,
                standing,
                approved,
                blockReason,
                vehicles,
                papers,
                fleet,
                bankAccount,
                bankToken,
                rating,
                ratings,
                before.registeredAt(),
                version);
    }
}
