package hansom.contract.shift;

import hansom.contract.driver.DriverId;
import hansom.contract.id.Uuid7;

/** Names a driver's shift; a driver has one stream of stretches, so the id follows from the driver's. */
public record ShiftId(String value) {
    public ShiftId {
        Uuid7.checked("sft", value);
    }

    public static ShiftId of(DriverId driver) {
        return new ShiftId("sft_" + Uuid7.bare(driver.value()));
    }

    public DriverId driver() {
        return new DriverId("drv_" + Uuid7.bare(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
