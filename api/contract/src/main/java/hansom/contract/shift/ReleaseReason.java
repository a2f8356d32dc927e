package hansom.contract.shift;

/** Why a shift is free of an order again. */
public enum ReleaseReason {
    TRIP_ENDED,
    ORDER_CANCELLED,
    ANOTHER_WAS_FIRST,
    DRIVER_GAVE_UP
}
