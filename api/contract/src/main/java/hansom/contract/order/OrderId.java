package hansom.contract.order;

import hansom.contract.id.Uuid7;

/** Names one order; given with the quote, one order a quote. Of the form {@code ord_uuid}. */
public record OrderId(String value) {
    public OrderId {
        Uuid7.checked("ord", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
