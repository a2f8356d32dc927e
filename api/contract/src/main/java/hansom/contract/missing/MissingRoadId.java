package hansom.contract.missing;

import hansom.contract.id.Uuid7;

/** Names a road that the map lacks. Of the form {@code mrd_uuid}. */
public record MissingRoadId(String value) {
    public MissingRoadId {
        Uuid7.checked("mrd", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
