package hansom.contract.rider;

import hansom.contract.id.Uuid7;

/** Names a saved place of a rider. Of the form {@code plc_uuid}. */
public record SavedPlaceId(String value) {
    public SavedPlaceId {
        Uuid7.checked("plc", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
