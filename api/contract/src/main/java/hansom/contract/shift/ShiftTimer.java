package hansom.contract.shift;

import hansom.contract.driver.DriverId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Times that have come for a shift: events scheduled ahead by a saga, handled like any other. */
public sealed interface ShiftTimer {
    ShiftId shiftId();

    default DriverId driverId() {
        return shiftId().driver();
    }

    /** The last day on which all papers of driver and vehicle held is over. */
    @Revision("1")
    record PapersRanOut(ShiftId shiftId, LocalDate heldThrough) implements ShiftTimer {}
}
