package hansom.contract.driver;

import hansom.contract.id.Region;
import hansom.contract.person.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of a driver. */
public sealed interface DriverEvent {
    DriverId driverId();

    @Revision("1")
    record DriverRegistered(DriverId driverId, Sealed phone, String language, Instant at) implements DriverEvent {}

    @Revision("1")
    record DriverProfileChanged(
            DriverId driverId,
            Sealed name,
            String language,
            @Nullable String avatarFile) implements DriverEvent {}

    @Revision("1")
    record VehiclePut(DriverId driverId, Vehicle vehicle) implements DriverEvent {}

    @Revision("1")
    record VehicleRemoved(DriverId driverId, VehicleId vehicleId) implements DriverEvent {}

    @Revision("1")
    record PaperHandedIn(DriverId driverId, Paper paper, Instant at) implements DriverEvent {}

    @Revision("1")
    record BankAccountNamed(DriverId driverId, Sealed account, String bankToken) implements DriverEvent {}

    @Revision("1")
    record PaperApproved(
            DriverId driverId, Paper.Kind kind, @Nullable VehicleId vehicleId, String operator)
            implements DriverEvent {}

    @Revision("1")
    record PaperRejected(
            DriverId driverId, Paper.Kind kind, @Nullable VehicleId vehicleId, String reason, String operator)
            implements DriverEvent {}

    @Revision("1")
    record DriverApproved(DriverId driverId, String operator, Instant at) implements DriverEvent {}

    @Revision("1")
    record DriverBlocked(DriverId driverId, String reason, String operator) implements DriverEvent {}

    @Revision("1")
    record DriverUnblocked(DriverId driverId, String reason, String operator) implements DriverEvent {}

    @Revision("1")
    record FleetJoined(DriverId driverId, @Nullable Fleet fleet, String operator) implements DriverEvent {}

    /** The driver may drive this vehicle now; his shift is opened next. */
    @Revision("1")
    record ShiftRequested(DriverId driverId, DriverOnShift driver, Region region, Instant at) implements DriverEvent {}

    @Revision("1")
    record StandingRecorded(DriverId driverId, int rating, int ratings) implements DriverEvent {}
}
