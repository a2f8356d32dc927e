package hansom.contract.geo;

import hansom.contract.driver.DriverId;
import hansom.contract.shift.ShiftId;
import java.time.Instant;
import java.util.List;

/** Drivers on shift whose phones have gone quiet, and those heard again after having been quiet. */
public record SilentDrivers(List<Silent> silent, List<ShiftId> heardAgain) {
    public SilentDrivers {
        silent = List.copyOf(silent);
        heardAgain = List.copyOf(heardAgain);
    }

    /** A quiet driver and the instant of the last position, or of the start of the shift when there was none. */
    public record Silent(DriverId driverId, ShiftId shiftId, Instant lastSeen) {}
}
