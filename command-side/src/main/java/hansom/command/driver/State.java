package hansom.command.driver;

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
import hansom.contract.driver.Fleet;
import hansom.contract.driver.Paper;
import hansom.contract.person.Sealed;
import org.jspecify.annotations.Nullable;

/** Whether somebody is a driver, and what is known of him. */
sealed interface State {

    record Unregistered() implements State {}

    /** {@code approved}: an operator has let him drive; {@code blocked} is why he may not all the same. */
    record Registered(
            DriverRegistered as,
            @Nullable DriverProfileChanged profile,
            Folder folder,
            @Nullable BankAccountNamed account,
            boolean approved,
            @Nullable String blocked,
            @Nullable Fleet fleet,
            @Nullable Integer rating,
            int ratings)
            implements State {

        /** What riders call him; until he has named himself, nothing. */
        @Nullable
        Sealed name() {
            return profile == null ? null : profile.name();
        }

        Registered filing(Folder other) {
            return new Registered(as, profile, other, account, approved, blocked, fleet, rating, ratings);
        }
    }

    default State after(DriverEvent event) {
        if (event instanceof DriverRegistered registered)
            return new Registered(registered, null, new Folder(), null, false, null, null, null, 0);
        if (!(this instanceof Registered now)) throw new IllegalStateException("nobody is registered");
        return switch (event) {
            case DriverRegistered registered -> now;
            case DriverProfileChanged changed ->
                new Registered(
                        now.as,
                        changed,
                        now.folder,
                        now.account,
                        now.approved,
                        now.blocked,
                        now.fleet,
                        now.rating,
                        now.ratings);
            case VehiclePut put -> now.filing(now.folder.with(put.vehicle()));
            case VehicleRemoved removed -> now.filing(now.folder.without(removed.vehicleId()));
            case PaperHandedIn handed -> now.filing(now.folder.with(handed.paper(), Paper.State.HANDED_IN));
            case PaperApproved approved ->
                now.filing(
                        now.folder.judged(new PaperKey(approved.kind(), approved.vehicleId()), Paper.State.APPROVED));
            case PaperRejected rejected ->
                now.filing(
                        now.folder.judged(new PaperKey(rejected.kind(), rejected.vehicleId()), Paper.State.REJECTED));
            case BankAccountNamed named ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        named,
                        now.approved,
                        now.blocked,
                        now.fleet,
                        now.rating,
                        now.ratings);
            case DriverApproved approved ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        now.account,
                        true,
                        now.blocked,
                        now.fleet,
                        now.rating,
                        now.ratings);
            case DriverBlocked blocked ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        now.account,
                        now.approved,
                        blocked.reason(),
                        now.fleet,
                        now.rating,
                        now.ratings);
            case DriverUnblocked unblocked ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        now.account,
                        now.approved,
                        null,
                        now.fleet,
                        now.rating,
                        now.ratings);
            case FleetJoined joined ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        now.account,
                        now.approved,
                        now.blocked,
                        joined.fleet(),
                        now.rating,
                        now.ratings);
            case StandingRecorded standing ->
                new Registered(
                        now.as,
                        now.profile,
                        now.folder,
                        now.account,
                        now.approved,
                        now.blocked,
                        now.fleet,
                        standing.rating(),
                        standing.ratings());
            case ShiftRequested requested -> now;
        };
    }
}
