package hansom.contract.driver;

import hansom.contract.id.Uuid7;

/** Names a fleet: an owner of vehicles with whom a driver shares the fare. Of the form {@code flt_uuid}. */
public record FleetId(String value) {
    public FleetId {
        Uuid7.checked("flt", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
