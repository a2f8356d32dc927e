package hansom.edge.live;

import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentView;
import hansom.contract.payout.PayoutView;
import hansom.contract.rating.RatingView;
import hansom.contract.shift.ShiftView;

/** How things look in a frame: the same JSON as the REST resource of the same name, opened for and limited to the one who looks. */
interface Shapes {
    Object order(OrderView order, String viewer);

    Object payment(PaymentView payment);

    Object shift(ShiftView shift);

    Object rating(RatingView rating, String viewer);

    Object payout(PayoutView payout);
}
