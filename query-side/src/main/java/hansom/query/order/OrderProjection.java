package hansom.query.order;

import hansom.contract.feed.FeedNews.OrderChanged;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderView;
import hansom.query.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each order's row and tells its rider and driver, and a driver who has just lost it, in one transaction. */
@Component
@ProcessingGroup("query.order")
class OrderProjection {
    private final OrderStore orders;
    private final Feeds feeds;

    OrderProjection(OrderStore orders, Feeds feeds) {
        this.orders = orders;
        this.feeds = feeds;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, ReplayStatus replay) {
        @Nullable OrderView before = orders.find(event.orderId()).orElse(null);
        if (before != null && before.version() >= version) return;
        OrderView after = OrderFold.after(before, event, version);
        orders.save(after);
        if (!replay.isReplay()) feeds.tell(people(after, event), new OrderChanged(after), after.orderId(), version);
    }

    private static List<String> people(OrderView order, OrderEvent event) {
        List<String> people = new ArrayList<>();
        people.add(order.riderId().value());
        AssignedDriver driver = event instanceof DriverLost lost ? lost.driver() : order.driver();
        if (driver != null) people.add(driver.driverId().value());
        return people;
    }
}
