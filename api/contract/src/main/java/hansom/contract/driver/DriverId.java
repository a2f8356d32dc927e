package hansom.contract.driver;

import hansom.contract.id.Uuid7;

/** Names a driver. Of the form {@code drv_uuid}. */
public record DriverId(String value) {
    public DriverId {
        Uuid7.checked("drv", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
