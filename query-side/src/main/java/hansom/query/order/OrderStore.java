package hansom.query.order;

import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of orders. */
@Component
class OrderStore {
    private static final int MOST_OPEN = 2_000;

    private final Views views;
    private final ViewTable<OrderView> orders;

    OrderStore(Views views) {
        this.views = views;
        this.orders = views.table("orders", OrderView.class, OrderStore::columns);
    }

    private static Map<String, ?> columns(OrderView order) {
        AssignedDriver driver = order.driver();
        return Map.of(
                "rider", order.riderId().value(),
                "driver", driver == null ? "" : driver.driverId().value(),
                "status", order.status().name(),
                "finished", order.status().over(),
                "region", region(order.orderId()).name(),
                "placed_at", order.placedAt().toEpochMilli());
    }

    private static Region region(OrderId order) {
        return Uuid7.region(order.value());
    }

    Optional<OrderView> find(OrderId order) {
        return orders.find(order.value());
    }

    void save(OrderView order) {
        orders.save(order.orderId().value(), order);
    }

    Listed<OrderView> ofRider(String rider, @Nullable String cursor, int limit) {
        return orders.newest(
                "orders_by_rider", "rider = :rider", Map.of("rider", rider), "placed_at", Cursor.of(cursor), limit);
    }

    Listed<OrderView> currentOfRider(String rider) {
        return orders.newest(
                "orders_by_rider",
                "rider = :rider AND finished = false",
                Map.of("rider", rider),
                "placed_at",
                Cursor.of(null),
                50);
    }

    Listed<OrderView> ofDriver(String driver, @Nullable String cursor, int limit) {
        return orders.newest(
                "orders_by_driver",
                "driver = :driver",
                Map.of("driver", driver),
                "placed_at",
                Cursor.of(cursor),
                limit);
    }

    Optional<OrderView> drivenBy(String driver) {
        return orders
                .newest(
                        "orders_by_driver",
                        "driver = :driver AND finished = false",
                        Map.of("driver", driver),
                        "placed_at",
                        Cursor.of(null),
                        1)
                .views()
                .stream()
                .findFirst();
    }

    Listed<OrderView> all(@Nullable OrderStatus status, @Nullable String cursor, int limit) {
        return status == null
                ? orders.newest("orders_by_time", "id > ''", Map.of(), "placed_at", Cursor.of(cursor), limit)
                : orders.newest(
                        "orders_by_status",
                        "status = :status",
                        Map.of("status", status.name()),
                        "placed_at",
                        Cursor.of(cursor),
                        limit);
    }

    /** Orders of a region that look for a driver, the oldest first. */
    List<OrderView> searching(Region region) {
        return views
                .sql()
                .sql("SELECT view FROM %s WHERE status = :status AND region = :region ORDER BY placed_at LIMIT %d"
                        .formatted(views.via("orders", "orders_by_status"), MOST_OPEN))
                .param("status", OrderStatus.PROCESSING.name())
                .param("region", region.name())
                .query((row, number) -> Views.read(row.getString("view"), OrderView.class))
                .list()
                .stream()
                .filter(order -> order.search() > 0)
                .toList();
    }
}
