package hansom.query.order;

import hansom.contract.order.OpenOrders;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderQuery.ListCurrentOrders;
import hansom.contract.order.OrderQuery.ListOpenOrders;
import hansom.contract.order.OrderQuery.ListOrders;
import hansom.contract.order.OrderQuery.ListOrdersOfDriver;
import hansom.contract.order.OrderQuery.ListOrdersOfRider;
import hansom.contract.order.OrderView;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.query.row.Listed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about orders. */
@Component
class OrderQueries {
    private static final int MOST = 100;

    private final OrderStore orders;
    private final OfferStore offers;

    OrderQueries(OrderStore orders, OfferStore offers) {
        this.orders = orders;
        this.offers = offers;
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrder query) {
        return orders.find(query.orderId());
    }

    @QueryHandler
    OrderPage handle(ListCurrentOrders query) {
        return page(orders.currentOfRider(query.riderId().value()));
    }

    @QueryHandler
    Optional<OrderView> handle(FindDrivenOrder query) {
        return orders.drivenBy(query.driverId().value());
    }

    @QueryHandler
    OrderPage handle(ListOrdersOfRider query) {
        return page(orders.ofRider(query.riderId().value(), query.cursor(), limit(query.limit())));
    }

    @QueryHandler
    OrderPage handle(ListOrdersOfDriver query) {
        return page(orders.ofDriver(query.driverId().value(), query.cursor(), limit(query.limit())));
    }

    @QueryHandler
    OrderPage handle(ListOrders query) {
        return page(orders.all(query.status(), query.cursor(), limit(query.limit())));
    }

    @QueryHandler
    OpenOrders handle(ListOpenOrders query) {
        List<OrderView> searching = orders.searching(query.region());
        Map<OrderId, List<OfferStore.Offer>> shown =
                offers.of(searching.stream().map(OrderView::orderId).toList());
        return new OpenOrders(searching.stream()
                .map(order -> open(order, shown.getOrDefault(order.orderId(), List.of())))
                .toList());
    }

    /** Whoever declined an order is not asked again; whoever let an offer lapse, or lost the order, not in the same search. */
    private static OpenOrders.Open open(OrderView order, List<OfferStore.Offer> shown) {
        Predicate<OfferStore.Offer> ofThisSearch =
                offer -> offer.offerId().equals(OfferId.of(offer.offerId().shift(), order.orderId(), order.search()));
        return new OpenOrders.Open(
                order.orderId(),
                order.quote(),
                order.method(),
                order.search(),
                order.placedAt(),
                shifts(shown, ofThisSearch.and(offer -> offer.state() == OfferStore.State.SHOWN)),
                shifts(shown, offer -> switch (offer.state()) {
                    case DECLINED, ACCEPTED -> true;
                    case LAPSED, WITHDRAWN -> ofThisSearch.test(offer);
                    case SHOWN -> false;
                }));
    }

    private static Set<ShiftId> shifts(List<OfferStore.Offer> offers, Predicate<OfferStore.Offer> which) {
        return offers.stream()
                .filter(which)
                .map(offer -> offer.offerId().shift())
                .collect(Collectors.toSet());
    }

    private static OrderPage page(Listed<OrderView> listed) {
        return new OrderPage(listed.views(), listed.next());
    }

    private static int limit(int asked) {
        return Math.clamp(asked, 1, MOST);
    }
}
