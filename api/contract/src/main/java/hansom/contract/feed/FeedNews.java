package hansom.contract.feed;

import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentView;
import hansom.contract.payout.PayoutView;
import hansom.contract.rating.RatingView;
import hansom.contract.shift.ShiftView;

/** What a feed can tell: always the whole of what changed, so that a reader who missed something is right again with the next. */
public sealed interface FeedNews {
    record OrderChanged(OrderView order) implements FeedNews {}

    record PaymentChanged(PaymentView payment) implements FeedNews {}

    /** An offer appears, is gone, or the shift opens, pauses, closes, is on an order. */
    record ShiftChanged(ShiftView shift) implements FeedNews {}

    record RatingChanged(RatingView rating) implements FeedNews {}

    record PayoutChanged(PayoutView payout) implements FeedNews {}
}
