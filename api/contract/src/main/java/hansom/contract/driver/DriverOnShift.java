package hansom.contract.driver;

import hansom.contract.person.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A driver as riders meet him on one shift: name and car (plate sealed under the driver's key), mean rating in hundredths of a star when
 * he has one, the fleet he shares with, and the last day on which all of his papers hold.
 */
public record DriverOnShift(
        DriverId driverId,
        Sealed name,
        @Nullable String avatarFile,
        Vehicle vehicle,
        @Nullable Integer rating,
        @Nullable Fleet fleet,
        LocalDate papersHoldThrough) {}
