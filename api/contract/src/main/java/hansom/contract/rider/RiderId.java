package hansom.contract.rider;

import hansom.contract.id.Uuid7;

/** Names a rider. Of the form {@code rid_uuid}. */
public record RiderId(String value) {
    public RiderId {
        Uuid7.checked("rid", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
