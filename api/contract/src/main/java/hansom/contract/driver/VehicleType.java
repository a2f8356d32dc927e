package hansom.contract.driver;

/** What kind of vehicle it is, as roads see it. */
public enum VehicleType {
    CAR,
    VAN,
    TRUCK
}
