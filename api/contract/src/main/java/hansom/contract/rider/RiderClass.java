package hansom.contract.rider;

/** How a rider's orders are offered: to several drivers at once, or to the best driver first. */
public enum RiderClass {
    REGULAR,
    PREMIUM
}
