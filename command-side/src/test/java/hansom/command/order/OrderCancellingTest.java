package hansom.command.order;

import static hansom.command.fare.QuoteStory.*;
import static hansom.command.order.OrderStory.*;
import static hansom.command.refusal.Refusals.refuses;
import static hansom.contract.fare.FareItem.Kind.LATE_CANCELLING;
import static hansom.contract.fare.FareItem.Kind.NO_SHOW;
import static hansom.contract.fare.FareItem.Kind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;
import static org.axonframework.test.matchers.Matchers.sequenceOf;

import hansom.contract.fare.FareItem;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.*;
import hansom.contract.order.OrderEvent.*;
import hansom.contract.refusal.RefusalCode;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** How an order ends without a ride, who may end it when, and what the rider owes then. */
class OrderCancellingTest {
    private static final CancelByRider BY_ANNA = new CancelByRider(ORDER, ANNA, CancelReason.RIDER_CHANGED_MIND);
    private static final CancelByDriver GIVEN_BACK = new CancelByDriver(ORDER, BEN, false, GiveUpReason.CAR_TROUBLE);
    private static final CancelByDriver NOBODY_CAME =
            new CancelByDriver(ORDER, BEN, true, GiveUpReason.RIDER_UNREACHABLE);

    @Test
    void isFreeWhileNobodyDrivesOrHasJustSetOut() {
        costs(at(minute(4), placed(), searching(1, NOON)).when(BY_ANNA), CancelReason.RIDER_CHANGED_MIND);
        costs(at(minute(3), onTheWay()).when(BY_ANNA), CancelReason.RIDER_CHANGED_MIND);
    }

    @Test
    void costsOnceTheDriverHasComeFarAndMoreOnceHeWaits() {
        costs(at(minute(3).plusSeconds(1), onTheWay()).when(BY_ANNA), CancelReason.RIDER_CHANGED_MIND, LATE_CANCELLING);
        costs(at(minute(10), atPickup()).when(BY_ANNA), CancelReason.RIDER_CHANGED_MIND, LATE_CANCELLING, WAITING);
    }

    @Test
    void ignoresTheRiderCancellingAgain() {
        at(minute(9), then(onTheWay(), cancelled(CancelReason.RIDER_CHANGED_MIND)))
                .when(BY_ANNA)
                .expectNoEvents();
        refuses(
                RefusalCode.ORDER_FINISHED,
                at(minute(9), then(onTheWay(), cancelled(CancelReason.OPERATOR_DECISION)))
                        .when(BY_ANNA));
    }

    @Test
    void refusesARiderOnceTheTripHasBegunAndStrangersAlways() {
        refuses(RefusalCode.ORDER_ALREADY_STARTED, at(minute(9), driving()).when(BY_ANNA));
        refuses(RefusalCode.ORDER_FINISHED, at(minute(40), done()).when(BY_ANNA));
        refuses(
                RefusalCode.ORDER_UNKNOWN,
                at(minute(3), onTheWay()).when(new CancelByRider(ORDER, DORA, CancelReason.RIDER_CHANGED_MIND)));
        refuses(
                RefusalCode.INVALID_REQUEST,
                at(minute(3), onTheWay()).when(new CancelByRider(ORDER, ANNA, CancelReason.NO_DRIVER_FOUND)));
    }

    @Test
    void keepsTheOrderWhenTheDriverGivesItBack() {
        var lost = new DriverLost(ORDER, ANNA, BY_BEN, GiveUpReason.CAR_TROUBLE, minute(3));
        at(minute(3), onTheWay()).when(GIVEN_BACK).expectEvents(lost, searching(2, minute(3)));
        at(minute(4), then(onTheWay(), lost, searching(2, minute(3))))
                .when(GIVEN_BACK)
                .expectNoEvents();
        refuses(RefusalCode.ORDER_ALREADY_STARTED, at(minute(9), driving()).when(GIVEN_BACK));
        refuses(
                RefusalCode.NOT_YOUR_ORDER,
                at(minute(3), onTheWay()).when(new CancelByDriver(ORDER, CARL, false, GiveUpReason.PERSONAL)));
    }

    @Test
    void endsWhenTheRiderDoesNotComeInTheFreeTime() {
        costs(at(minute(8), atPickup()).when(NOBODY_CAME), CancelReason.RIDER_NO_SHOW, NO_SHOW);
        refuses(RefusalCode.TOO_EARLY_FOR_NO_SHOW, at(minute(7), atPickup()).when(NOBODY_CAME));
        refuses(RefusalCode.NOT_AT_PICKUP, at(minute(8), onTheWay()).when(NOBODY_CAME));
        at(minute(9), then(atPickup(), cancelled(CancelReason.RIDER_NO_SHOW)))
                .when(NOBODY_CAME)
                .expectNoEvents();
    }

    @Test
    void endsFreeOfChargeByAnOperatorAlsoOnTheWay() {
        var byOperator = new CancelByOperator(ORDER, "op_1", "accident");
        costs(at(minute(15), driving()).when(byOperator), CancelReason.OPERATOR_DECISION);
        refuses(RefusalCode.ORDER_FINISHED, at(minute(40), done()).when(byOperator));
    }

    @Test
    void givesUpOnlyWhileNobodyIsFound() {
        var nobody = new GiveUpOrder(ORDER, CancelReason.NO_DRIVER_FOUND);
        costs(at(minute(9), placed(), searching(1, NOON)).when(nobody), CancelReason.NO_DRIVER_FOUND);
        at(minute(9), onTheWay()).when(nobody).expectNoEvents();
        at(minute(40), done()).when(nobody).expectNoEvents();
        var unpaid = new GiveUpOrder(ORDER, CancelReason.PAYMENT_DECLINED);
        costs(at(minute(9), onTheWay()).when(unpaid), CancelReason.PAYMENT_DECLINED);
        at(minute(9), driving()).when(unpaid).expectNoEvents();
    }

    private static OrderCancelled cancelled(CancelReason reason) {
        var nothing = hansom.contract.fare.Fare.of(List.of(), QUOTE.most().currency());
        return new OrderCancelled(ORDER, ANNA, reason, BY_BEN, CASH, nothing, nothing.total(), null, minute(8));
    }

    private static void costs(ResultValidator<Order> result, CancelReason reason, FareItem.Kind... kinds) {
        result.expectEventsMatching(sequenceOf(messageWithPayload(matches((Object event) -> {
            var cancelled = (OrderCancelled) event;
            assertThat(cancelled.reason()).isEqualTo(reason);
            assertThat(cancelled.fee().items()).extracting(FareItem::kind).containsExactly(kinds);
            assertThat(cancelled.commission())
                    .isEqualTo(cancelled.fee().total().permille(QUOTE.tariff().commission()));
            return true;
        }))));
    }
}
