package hansom.contract.rider;

import hansom.contract.id.Uuid7;

/** Names a card of a rider. Of the form {@code crd_uuid}. */
public record CardId(String value) {
    public CardId {
        Uuid7.checked("crd", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
