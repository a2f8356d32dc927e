package hansom.contract.driver;

import hansom.contract.id.Uuid7;

/** Names a vehicle. Of the form {@code veh_uuid}. */
public record VehicleId(String value) {
    public VehicleId {
        Uuid7.checked("veh", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
