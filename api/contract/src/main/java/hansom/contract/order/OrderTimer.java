package hansom.contract.order;

import hansom.contract.shift.OfferId;
import org.axonframework.serialization.Revision;

/** Times that have come for an order: events scheduled ahead by a saga, handled like any other. */
public sealed interface OrderTimer {
    OrderId orderId();

    /** A scheduled order should look for a driver now. */
    @Revision("1")
    record SearchDue(OrderId orderId) implements OrderTimer {}

    /** Nobody was found in time in this search. */
    @Revision("1")
    record SearchTimeUp(OrderId orderId, int search) implements OrderTimer {}

    /** An offer's countdown is over. */
    @Revision("1")
    record OfferTimeUp(OrderId orderId, OfferId offerId) implements OrderTimer {}

    /** The rider has not chosen another way of paying. */
    @Revision("1")
    record PaymentTimeUp(OrderId orderId) implements OrderTimer {}

    /** A day has passed since the ride could be rated. */
    @Revision("1")
    record RatingTimeUp(OrderId orderId) implements OrderTimer {}

    /** The map did not answer for a finished trip's track; it shall be asked again, for this attempt. */
    @Revision("1")
    record TrackDue(OrderId orderId, int attempt) implements OrderTimer {}
}
