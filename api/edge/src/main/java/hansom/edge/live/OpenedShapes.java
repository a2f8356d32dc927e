package hansom.edge.live;

import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentView;
import hansom.contract.payout.PayoutView;
import hansom.contract.rating.RatingView;
import hansom.contract.shift.ShiftView;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.OrderShape;
import hansom.edge.shape.PaymentShape;
import hansom.edge.shape.PayoutShape;
import hansom.edge.shape.RatingShape;
import hansom.edge.shape.ShiftShape;
import org.springframework.stereotype.Component;

/** The shapes of REST, in frames. */
@Component
final class OpenedShapes implements Shapes {
    private final PersonalTexts texts;

    OpenedShapes(PersonalTexts texts) {
        this.texts = texts;
    }

    @Override
    public Object order(OrderView order, String viewer) {
        return OrderShape.of(order, viewer, texts);
    }

    @Override
    public Object payment(PaymentView payment) {
        return PaymentShape.of(payment);
    }

    @Override
    public Object shift(ShiftView shift) {
        return ShiftShape.of(shift, texts);
    }

    @Override
    public Object rating(RatingView rating, String viewer) {
        return RatingShape.of(rating, viewer, texts);
    }

    @Override
    public Object payout(PayoutView payout) {
        return PayoutShape.of(payout);
    }
}
