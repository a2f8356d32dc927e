package hansom.contract.order;

/** Why an order ended without a ride, and the public status that follows from it. */
public enum CancelReason {
    RIDER_CHANGED_MIND(OrderStatus.RIDER_CANCELED),
    RIDER_WAITED_TOO_LONG(OrderStatus.RIDER_CANCELED),
    RIDER_NO_SHOW(OrderStatus.DRIVER_CANCELED),
    OPERATOR_DECISION(OrderStatus.OPERATOR_CANCELED),
    PAYMENT_DECLINED(OrderStatus.OPERATOR_CANCELED),
    NO_DRIVER_FOUND(OrderStatus.NO_DRIVERS_AVAILABLE);

    private final OrderStatus status;

    CancelReason(OrderStatus status) {
        this.status = status;
    }

    public OrderStatus status() {
        return status;
    }
}
