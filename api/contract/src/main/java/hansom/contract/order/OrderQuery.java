package hansom.contract.order;

import hansom.contract.driver.DriverId;
import hansom.contract.id.Region;
import hansom.contract.rider.RiderId;
import org.jspecify.annotations.Nullable;

/** What may be asked about orders. */
public sealed interface OrderQuery {
    /** Answered with an Optional {@link OrderView}. */
    record FindOrder(OrderId orderId) implements OrderQuery {}

    /** Orders of a rider that are not over, newest first; answered with {@link OrderPage}. */
    record ListCurrentOrders(RiderId riderId) implements OrderQuery {}

    /** The order a driver has now; answered with an Optional {@link OrderView}. */
    record FindDrivenOrder(DriverId driverId) implements OrderQuery {}

    /** A rider's orders, newest first; answered with {@link OrderPage}. */
    record ListOrdersOfRider(RiderId riderId, @Nullable String cursor, int limit) implements OrderQuery {}

    /** Orders a driver drove, newest first; answered with {@link OrderPage}. */
    record ListOrdersOfDriver(DriverId driverId, @Nullable String cursor, int limit) implements OrderQuery {}

    /** For operators: all orders, of one status when given, newest first; answered with {@link OrderPage}. */
    record ListOrders(
            @Nullable OrderStatus status, @Nullable String cursor, int limit) implements OrderQuery {}

    /** Orders of a region that look for a driver, oldest first; answered with {@link OpenOrders}. */
    record ListOpenOrders(Region region) implements OrderQuery {}
}
