package hansom.command.shift;

import hansom.contract.order.OrderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import java.time.Instant;

/** What a shift has in hand: nothing, an offer that waits for an answer, or an order. */
sealed interface Duty {

    record Free() implements Duty {}

    record Offered(OfferId offerId, OrderId orderId, OfferTerms terms, Instant expiresAt) implements Duty {}

    record Holding(OfferId offerId, OrderId orderId) implements Duty {}
}
