package hansom.command.order;

import hansom.command.refusal.RefusedException;
import hansom.contract.fare.Fares;
import hansom.contract.fare.Quote;
import hansom.contract.order.OrderCommand.PlaceOrder;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a quote must be so that it can be ordered, and how an order begins: with a search, or with waiting for a later pick-up. */
@Component
class Placing {
    /** A pick-up nearer than this is looked for at once. */
    private static final Duration LATER = Duration.ofMinutes(20);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(30);

    private final Fares fares;
    private final BoardingCodes codes;

    Placing(Fares fares, BoardingCodes codes) {
        this.fares = fares;
        this.codes = codes;
    }

    /** The events with which the order begins; refused when the quote does not allow it. */
    List<OrderEvent> check(PlaceOrder place, Instant now) {
        Quote quote = place.quote();
        checkQuote(place.orderId(), place.riderId(), quote, now);
        Instant pickupAt = quote.pickupAt();
        if (pickupAt != null && (pickupAt.isBefore(now) || pickupAt.isAfter(now.plus(LONGEST_AHEAD))))
            throw new RefusedException(RefusalCode.PICKUP_TIME_WRONG);
        boolean scheduled = pickupAt != null && pickupAt.isAfter(now.plus(LATER));
        OrderPlaced placed = new OrderPlaced(
                place.orderId(),
                place.riderId(),
                quote,
                place.method(),
                place.guest(),
                codes.of(place.orderId()),
                scheduled,
                now);
        return scheduled
                ? List.of(placed)
                : List.of(placed, new SearchStarted(place.orderId(), place.riderId(), quote, place.method(), 1, now));
    }

    /** Refuses a quote that is forged, for another order or rider, or too old. */
    void checkQuote(OrderId order, RiderId rider, Quote quote, Instant now) {
        if (!fares.isGenuine(quote)) throw new RefusedException(RefusalCode.QUOTE_ALTERED);
        if (!quote.orderId().equals(order)) throw new RefusedException(RefusalCode.QUOTE_FOR_OTHER_ORDER);
        if (!quote.riderId().equals(rider)) throw new RefusedException(RefusalCode.QUOTE_NOT_YOURS);
        if (now.isAfter(quote.validUntil())) throw new RefusedException(RefusalCode.QUOTE_EXPIRED);
    }
}
