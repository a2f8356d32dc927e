package hansom.contract.fare;

import hansom.contract.driver.VehicleType;

/** A class of ride that can be ordered, and the type of vehicle it needs. */
public enum ProductClass {
    ECONOMY(VehicleType.CAR, 4),
    COMFORT(VehicleType.CAR, 4),
    BUSINESS(VehicleType.CAR, 3),
    VAN(VehicleType.VAN, 7),
    CARGO(VehicleType.TRUCK, 1);

    private final VehicleType vehicle;
    private final int seats;

    ProductClass(VehicleType vehicle, int seats) {
        this.vehicle = vehicle;
        this.seats = seats;
    }

    public VehicleType vehicle() {
        return vehicle;
    }

    /** How many people it takes beside the driver. */
    public int seats() {
        return seats;
    }
}
