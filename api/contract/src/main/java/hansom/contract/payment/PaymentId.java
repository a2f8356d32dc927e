package hansom.contract.payment;

import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;

/** Names the payment of one order; follows from the order's id. */
public record PaymentId(String value) {
    public PaymentId {
        Uuid7.checked("pay", value);
    }

    public static PaymentId of(OrderId order) {
        return new PaymentId("pay_" + Uuid7.bare(order.value()));
    }

    public OrderId order() {
        return new OrderId("ord_" + Uuid7.bare(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
