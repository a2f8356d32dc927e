package hansom.query.order;

import hansom.contract.order.OrderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.query.row.Rows;
import hansom.query.row.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        if (known(offer) >= seq) return;
        views.put(
                "offers",
                Map.of(
                        "id", offer.value(),
                        "order_id", offer.order().value(),
                        "shift_id", offer.shift().value(),
                        "state", state.name(),
                        "seq", seq));
    }

    private long known(OfferId offer) {
        @Nullable Rows rows = views.filling();
        @Nullable Map<String, Object> pending = rows == null ? null : rows.pending("offers", offer.value());
        if (pending != null && pending.get("seq") instanceof Long seq) return seq;
        return views.sql()
                .sql("SELECT seq FROM %s WHERE id = :id".formatted(views.name("offers")))
                .param("id", offer.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
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
