package hansom.contract.driver;

import hansom.contract.person.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document handed in by a driver: of himself, or of one vehicle. The number is sealed, the picture lies in object storage under {@code
 * file}; {@code validThrough} is its last day.
 */
public record Paper(
        Kind kind,
        @Nullable VehicleId vehicleId,
        Sealed number,
        @Nullable String file,
        LocalDate validThrough) {
    /** Which document it is. */
    public enum Kind {
        LICENCE,
        PASSPORT,
        VEHICLE_REGISTRATION,
        INSURANCE;

        /** Whether it belongs to a vehicle rather than to the person. */
        public boolean ofVehicle() {
            return this == VEHICLE_REGISTRATION || this == INSURANCE;
        }
    }

    /** How far an operator is with it. */
    public enum State {
        HANDED_IN,
        APPROVED,
        REJECTED
    }
}
