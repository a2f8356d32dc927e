package hansom.contract.closure;

import hansom.contract.id.Uuid7;

/** Names a closure of roads. Of the form {@code cls_uuid}. */
public record ClosureId(String value) {
    public ClosureId {
        Uuid7.checked("cls", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
