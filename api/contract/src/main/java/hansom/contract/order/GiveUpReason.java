package hansom.contract.order;

/** Why a driver gave an order back, or lost it; the rider keeps the order. */
public enum GiveUpReason {
    RIDER_UNREACHABLE,
    CAR_TROUBLE,
    ROAD_CLOSED,
    PERSONAL,
    SHIFT_CLOSED,
    OPERATOR_DECISION
}
