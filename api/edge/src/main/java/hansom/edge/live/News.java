package hansom.edge.live;

import hansom.contract.driver.DriverId;
import hansom.contract.feed.FeedItem;
import hansom.contract.feed.FeedNews;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.ListCurrentOrders;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentView;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Reads what a person should be told and words it as frames: the feed item by item, or where everything stands at once. */
final class News {
    private static final int SECONDS = 5;

    private final QueryGateway queries;
    private final Shapes shapes;
    private final Clock clock;

    News(QueryGateway queries, Shapes shapes, Clock clock) {
        this.queries = queries;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** Where everything stands for a person, and up to which number of the feed that is told by it. */
    record Snapshot(Envelope envelope, long lastSeq, List<OrderView> orders) {}

    /** The answer within five seconds; throws when there is none. */
    <T> T ask(Object query, Class<T> answer) {
        return await(query, ResponseTypes.instanceOf(answer));
    }

    private <T> Optional<T> find(Object query, Class<T> answer) {
        return await(query, ResponseTypes.optionalInstanceOf(answer));
    }

    private <T> T await(Object query, ResponseType<T> answer) {
        try {
            return queries.query(query, answer)
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    Envelope envelope(FeedItem item) {
        return new Envelope(
                item.id(),
                item.seq(),
                type(item.news()),
                item.at(),
                item.orderId() == null ? null : item.orderId().value(),
                item.version(),
                data(item.news(), item.person()));
    }

    private static String type(FeedNews news) {
        return switch (news) {
            case FeedNews.OrderChanged changed -> "order";
            case FeedNews.PaymentChanged changed -> "payment";
            case FeedNews.ShiftChanged changed -> changed.shift().offer() == null ? "shift" : "offer";
            case FeedNews.RatingChanged changed -> "rating";
            case FeedNews.PayoutChanged changed -> "payout";
        };
    }

    private Object data(FeedNews news, String viewer) {
        return switch (news) {
            case FeedNews.OrderChanged changed -> shapes.order(changed.order(), viewer);
            case FeedNews.PaymentChanged changed -> shapes.payment(changed.payment());
            case FeedNews.ShiftChanged changed -> shapes.shift(changed.shift());
            case FeedNews.RatingChanged changed -> shapes.rating(changed.rating(), viewer);
            case FeedNews.PayoutChanged changed -> shapes.payout(changed.payout());
        };
    }

    /** Read after the feed's newest number is known, so that nothing falls between the two; something may come twice. */
    Snapshot snapshot(String person) {
        long lastSeq =
                ask(new ReadFeed(person, Long.MAX_VALUE, 1), FeedPage.class).lastSeq();
        Map<String, Object> data = new LinkedHashMap<>();
        List<OrderView> orders = person.startsWith("drv_") ? ofDriver(person, data) : ofRider(person, data);
        data.put(
                "orders",
                orders.stream().map(order -> shapes.order(order, person)).toList());
        return new Snapshot(
                new Envelope(null, lastSeq, "snapshot", clock.instant(), null, null, data), lastSeq, orders);
    }

    private List<OrderView> ofRider(String person, Map<String, Object> data) {
        List<OrderView> orders =
                ask(new ListCurrentOrders(new RiderId(person)), OrderPage.class).orders();
        data.put(
                "payments",
                orders.stream()
                        .map(order -> find(new FindPayment(PaymentId.of(order.orderId())), PaymentView.class))
                        .flatMap(Optional::stream)
                        .map(shapes::payment)
                        .toList());
        return orders;
    }

    private List<OrderView> ofDriver(String person, Map<String, Object> data) {
        DriverId driver = new DriverId(person);
        find(new FindShift(ShiftId.of(driver)), ShiftView.class)
                .ifPresent(shift -> data.put("shift", shapes.shift(shift)));
        return find(new FindDrivenOrder(driver), OrderView.class).stream().toList();
    }
}
