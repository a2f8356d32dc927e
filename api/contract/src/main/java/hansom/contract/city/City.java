package hansom.contract.city;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of a city that are under way, those that were over a moment ago, and how the city does. */
public record City(List<Order> orders, Figures figures) {
    public City {
        orders = List.copyOf(orders);
    }

    /** An order as a mark on the map. */
    public record Order(
            OrderId orderId,
            OrderStatus status,
            Point pickup,
            Point dropOff,
            @Nullable DriverId driverId,
            Instant placedAt,
            Instant since) {}

    /**
     * Orders placed in the last minute, those that look for a driver now, how long those who found one in the last quarter of an hour had
     * waited for it in the middle, events stored each second, and how far the slowest view is behind.
     */
    public record Figures(
            int ordersLastMinute,
            int waitingNow,
            int underWay,
            @Nullable Duration medianWait,
            double eventsPerSecond,
            long viewsBehindEvents,
            Duration viewsBehind) {}
}
