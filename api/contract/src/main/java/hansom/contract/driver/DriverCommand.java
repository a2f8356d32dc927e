package hansom.contract.driver;

import hansom.contract.SagaOnly;
import hansom.contract.id.Region;
import hansom.contract.person.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a driver. */
public sealed interface DriverCommand {
    @TargetAggregateIdentifier
    DriverId driverId();

    /** Somebody has signed in for the first time as a driver. */
    record RegisterDriver(DriverId driverId, Sealed phone, String language) implements DriverCommand {}

    record ChangeDriverProfile(
            DriverId driverId,
            Sealed name,
            String language,
            @Nullable String avatarFile) implements DriverCommand {}

    /** Adds a vehicle, or changes the one with the same id; its papers must then be approved again. */
    record PutVehicle(DriverId driverId, Vehicle vehicle) implements DriverCommand {}

    record RemoveVehicle(DriverId driverId, VehicleId vehicleId) implements DriverCommand {}

    /** Hands in a document, or a newer one of the same kind. */
    record HandInPaper(DriverId driverId, Paper paper) implements DriverCommand {}

    /** Where payouts go: an account number, sealed, and the bank's token for it. */
    record NameBankAccount(DriverId driverId, Sealed account, String bankToken) implements DriverCommand {}

    /** Sent by an operator. */
    record ApprovePaper(
            DriverId driverId, Paper.Kind kind, @Nullable VehicleId vehicleId, String operator)
            implements DriverCommand {}

    /** Sent by an operator. */
    record RejectPaper(
            DriverId driverId, Paper.Kind kind, @Nullable VehicleId vehicleId, String reason, String operator)
            implements DriverCommand {}

    /** Sent by an operator: all handed-in papers are in order and the driver may drive. */
    record ApproveDriver(DriverId driverId, String operator) implements DriverCommand {}

    /** Sent by an operator. */
    record BlockDriver(DriverId driverId, String reason, String operator) implements DriverCommand {}

    /** Sent by an operator. */
    record UnblockDriver(DriverId driverId, String reason, String operator) implements DriverCommand {}

    /** Sent by an operator; null leaves the fleet. */
    record JoinFleet(DriverId driverId, @Nullable Fleet fleet, String operator) implements DriverCommand {}

    /** The driver wants to go on shift with one of his vehicles; refused unless every paper holds today. */
    record RequestShift(DriverId driverId, VehicleId vehicleId, Region region) implements DriverCommand {}

    /** The mean of the driver's last 150 ratings has changed. */
    @SagaOnly
    record RecordStanding(DriverId driverId, int rating, int ratings) implements DriverCommand {}
}
