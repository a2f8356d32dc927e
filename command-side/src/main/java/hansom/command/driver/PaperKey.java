package hansom.command.driver;

import hansom.contract.driver.Paper;
import hansom.contract.driver.VehicleId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which document it is: of the driver, or of one vehicle. */
record PaperKey(Paper.Kind kind, @Nullable VehicleId vehicleId) {
    static PaperKey of(Paper paper) {
        return new PaperKey(paper.kind(), paper.vehicleId());
    }

    /** As it is told to people: {@code insurance of veh_…}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return vehicleId == null ? name : name + " of " + vehicleId;
    }
}
