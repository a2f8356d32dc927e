package hansom.contract.shift;

/** Why a shift ended. */
public enum CloseReason {
    DRIVER_WENT_HOME,
    DRIVER_BLOCKED,
    PAPERS_EXPIRED,
    SIGNAL_LOST
}
