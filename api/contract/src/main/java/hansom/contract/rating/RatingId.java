package hansom.contract.rating;

import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;

/** Names the rating of one ride, both ways; follows from the order's id. */
public record RatingId(String value) {
    public RatingId {
        Uuid7.checked("rat", value);
    }

    public static RatingId of(OrderId order) {
        return new RatingId("rat_" + Uuid7.bare(order.value()));
    }

    public OrderId order() {
        return new OrderId("ord_" + Uuid7.bare(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
