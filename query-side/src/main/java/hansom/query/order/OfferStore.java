package hansom.query.order;

import hansom.contract.order.OrderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.query.row.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** To which shifts each order was shown, and what they said. */
@Component
public class OfferStore {
    private static final int MOST_ASKED = 500;

    private final Views views;

    OfferStore(Views views) {
        this.views = views;
    }

    /** How an offer stands. */
    enum State {
        SHOWN,
        ACCEPTED,
        DECLINED,
        LAPSED,
        WITHDRAWN
    }

    /** One offer of an order. */
    record Offer(OfferId offerId, State state) {}

    void save(OfferId offer, State state, long seq) {
        long known = views.sql()
                .sql("SELECT seq FROM %s WHERE id = :id".formatted(views.name("offers")))
                .param("id", offer.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
        if (known >= seq) return;
        views.sql()
                .sql(views.upsert("offers", List.of("id", "order_id", "shift_id", "state", "seq"), List.of("id")))
                .param("id", offer.value())
                .param("order_id", offer.order().value())
                .param("shift_id", offer.shift().value())
                .param("state", state.name())
                .param("seq", seq)
                .update();
    }

    void clear() {
        views.clear("offers");
    }

    List<Offer> of(OrderId order) {
        return of(List.of(order)).getOrDefault(order, List.of());
    }

    /** The offers of each of these orders that was shown to anybody. */
    Map<OrderId, List<Offer>> of(List<OrderId> orders) {
        Map<OrderId, List<Offer>> offers = new HashMap<>();
        for (int from = 0; from < orders.size(); from += MOST_ASKED)
            views.sql()
                    .sql("SELECT id, state FROM %s WHERE order_id IN (:orders)"
                            .formatted(views.via("offers", "offers_by_order")))
                    .param(
                            "orders",
                            orders.subList(from, Math.min(orders.size(), from + MOST_ASKED)).stream()
                                    .map(OrderId::value)
                                    .toList())
                    .query((row, number) ->
                            new Offer(new OfferId(row.getString("id")), State.valueOf(row.getString("state"))))
                    .list()
                    .forEach(offer -> offers.computeIfAbsent(offer.offerId().order(), order -> new ArrayList<>())
                            .add(offer));
        return offers;
    }

    /** The shifts to which an order was ever shown. */
    public List<ShiftId> shifts(OrderId order) {
        return of(order).stream()
                .map(offer -> offer.offerId().shift())
                .distinct()
                .toList();
    }
}
