package hansom.contract.driver;

/** The fleet a driver drives for and the thousandths of each ride's pay that are the fleet's. */
public record Fleet(FleetId fleetId, int share) {
    public Fleet {
        if (share < 0 || share > 1000) throw new IllegalArgumentException("a share is 0 to 1000 thousandths");
    }
}
