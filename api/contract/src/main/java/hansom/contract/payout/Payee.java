package hansom.contract.payout;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.FleetId;

/** Who is paid. */
public sealed interface Payee {
    /** The id of the driver or fleet. */
    String id();

    record OfDriver(DriverId driverId) implements Payee {
        @Override
        public String id() {
            return driverId.value();
        }
    }

    record OfFleet(FleetId fleetId) implements Payee {
        @Override
        public String id() {
            return fleetId.value();
        }
    }
}
