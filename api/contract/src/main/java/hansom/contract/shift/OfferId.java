package hansom.contract.shift;

import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;
import java.util.regex.Pattern;

/**
 * Names an order shown to one shift: the shift's UUID, the order's, and which search of the order it belongs to, so that the same offer made
 * again is the same offer. Of the form {@code off_uuid_uuid_n}.
 */
public record OfferId(String value) {
    private static final Pattern FORM = Pattern.compile("off_[0-9a-f-]{36}_[0-9a-f-]{36}_\\d{1,6}");

    public OfferId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not an offer's id");
    }

    public static OfferId of(ShiftId shift, OrderId order, int search) {
        return new OfferId("off_%s_%s_%d".formatted(Uuid7.bare(shift.value()), Uuid7.bare(order.value()), search));
    }

    public ShiftId shift() {
        return new ShiftId("sft_" + value.substring(4, 40));
    }

    public OrderId order() {
        return new OrderId("ord_" + value.substring(41, 77));
    }

    @Override
    public String toString() {
        return value;
    }
}
