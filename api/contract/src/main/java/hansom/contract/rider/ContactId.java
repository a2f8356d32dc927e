package hansom.contract.rider;

import hansom.contract.id.Uuid7;

/** Names an emergency contact of a rider. Of the form {@code ctc_uuid}. */
public record ContactId(String value) {
    public ContactId {
        Uuid7.checked("ctc", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
