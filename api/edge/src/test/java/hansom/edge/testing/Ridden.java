package hansom.edge.testing;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Quote;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.rider.RiderId;

/** The example ride with people in it. */
public final class Ridden {
    private Ridden() {}

    public static OrderView by(RiderId rider, DriverId driver) {
        return Rides.order(Rides.ORDER, rider, driver);
    }

    public static Quote quote(OrderId order, RiderId rider) {
        return Rides.quote(order, rider);
    }
}
