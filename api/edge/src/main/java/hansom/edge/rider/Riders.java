package hansom.edge.rider;

import hansom.contract.order.OrderId;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderQuery.FindRiderClass;
import hansom.contract.rider.RiderView;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs to the rider who calls; another's order is as unknown as one that never was. */
@Component
final class Riders {
    private final Questions questions;

    Riders(Questions questions) {
        this.questions = questions;
    }

    Optional<RiderView> find(RiderId rider) {
        return questions.find(new FindRider(rider), RiderView.class);
    }

    /** Regular as long as nothing else is known. */
    RiderClass riderClass(RiderId rider) {
        return questions.find(new FindRiderClass(rider), RiderClass.class).orElse(RiderClass.REGULAR);
    }

    /** Whoever has a token is registered; his page may be a moment behind. */
    RiderView rider(RiderId rider, @Nullable Long minVersion) {
        return questions
                .fresh(Objects.requireNonNullElse(minVersion, 0L), () -> find(rider), RiderView::version)
                .orElseThrow(() -> new Refused(RefusalCode.RIDER_UNKNOWN));
    }

    OrderView order(RiderId rider, OrderId order, @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> findOrder(rider, order), OrderView::version)
                .orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN));
    }

    private Optional<OrderView> findOrder(RiderId rider, OrderId order) {
        return questions
                .find(new FindOrder(order), OrderView.class)
                .filter(view -> view.riderId().equals(rider));
    }

    /** The chosen way of paying, as the rider has it; refused payment_method_unknown. */
    PaymentMethod method(RiderId rider, MethodChoice choice) {
        return switch (choice.type()) {
            case CASH -> new PaymentMethod.Cash();
            case WALLET -> new PaymentMethod.FromPurse(PurseId.walletOf(rider), false);
            case ACCOUNT -> new PaymentMethod.FromPurse(purse(choice.purseId()), true);
            case CARD -> card(rider, choice.cardId());
        };
    }

    private static PurseId purse(@Nullable String id) {
        if (id == null) throw Refused.at("#/payment_method/purse_id", "is missing");
        try {
            return new PurseId(id);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused(RefusalCode.PAYMENT_METHOD_UNKNOWN);
        }
    }

    private PaymentMethod card(RiderId rider, @Nullable String id) {
        if (id == null) throw Refused.at("#/payment_method/card_id", "is missing");
        return rider(rider, null).cards().stream()
                .filter(card -> card.cardId().value().equals(id))
                .findFirst()
                .map(card -> new PaymentMethod.Card(card.cardId(), card.providerToken(), card.brand(), card.lastFour()))
                .orElseThrow(() -> new Refused(RefusalCode.PAYMENT_METHOD_UNKNOWN));
    }
}
