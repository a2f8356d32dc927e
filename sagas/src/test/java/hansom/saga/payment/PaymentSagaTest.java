package hansom.saga.payment;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.placed;
import static hansom.saga.Rides.placedFor;
import static hansom.saga.Rides.refusing;
import static hansom.saga.Rides.searchStarted;
import static hansom.saga.payment.PaymentEvents.PAYMENT;
import static hansom.saga.payment.PaymentEvents.authorised;
import static hansom.saga.payment.PaymentEvents.declined;

import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.AskForPayment;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderEvent.PaymentMethodChanged;
import hansom.contract.order.OrderEvent.RouteChanged;
import hansom.contract.order.OrderTimer.PaymentTimeUp;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class PaymentSagaTest {
    private static final PaymentMethod CASH = new PaymentMethod.Cash();
    private static final Instant TO_CHOOSE = NOW.plus(Duration.ofMinutes(5));
    private static final RequestAuthorisation RESERVE = new RequestAuthorisation(PAYMENT, ANNA, CARD, euros(25));

    private final SagaTestFixture<PaymentSaga> saga = new SagaTestFixture<>(PaymentSaga.class);

    @Test
    void reservesTheMostThatTheRideMayCost() {
        given().whenPublishingA(placed()).expectActiveSagas(1).expectDispatchedCommands(RESERVE);
    }

    @Test
    void reservesNothingYetForALaterRide() {
        given().whenPublishingA(placedFor(NOW.plus(Duration.ofDays(2))))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void reservesForALaterRideWhenItsSearchBegins() {
        given(placedFor(NOW.plus(Duration.ofDays(2))))
                .whenPublishingA(searchStarted(1))
                .expectDispatchedCommands(RESERVE);
    }

    @Test
    void reservesOnceHoweverOftenADriverIsSearched() {
        given(placed(), searchStarted(1), authorised())
                .whenPublishingA(searchStarted(2))
                .expectNoDispatchedCommands();
    }

    @Test
    void asksForAnotherWayOfPayingWhenTheBankSaysNo() {
        given(placed())
                .whenPublishingA(declined())
                .expectDispatchedCommands(new AskForPayment(ORDER, "insufficient_funds", TO_CHOOSE))
                .expectScheduledEvent(TO_CHOOSE, new PaymentTimeUp(ORDER));
    }

    @Test
    void givesTheOrderUpWhenNobodyPays() {
        given(placed(), declined())
                .whenTimeElapses(Duration.ofMinutes(5))
                .expectDispatchedCommands(new GiveUpOrder(ORDER, CancelReason.PAYMENT_DECLINED));
    }

    @Test
    void triesTheOtherWayOfPaying() {
        given(placed(), declined())
                .whenPublishingA(new PaymentMethodChanged(ORDER, ANNA, CASH, euros(25), NOW))
                .expectDispatchedCommands(new RequestAuthorisation(PAYMENT, ANNA, CASH, euros(25)))
                .expectNoScheduledEvents();
    }

    @Test
    void leavesARunningTripAloneWhenARaisedAmountIsDeclined() {
        saga.setCallbackBehavior(refusing(AskForPayment.class, RefusalCode.PAYMENT_NOT_CHANGEABLE));
        given(placed(), authorised())
                .whenPublishingA(declined())
                .expectActiveSagas(1)
                .expectNoScheduledEvents();
    }

    @Test
    void paysNoHeedToALateNoAboutAWayOfPayingThatTheRiderHasLeft() {
        given(placed(), new PaymentMethodChanged(ORDER, ANNA, CASH, euros(25), NOW))
                .whenPublishingA(declined())
                .expectNoDispatchedCommands()
                .expectNoScheduledEvents();
    }

    @Test
    void keepsTheOrderOfARiderWhoChoseAnotherWayAtTheLastMoment() {
        given(placed(), declined(), new PaymentMethodChanged(ORDER, ANNA, CASH, euros(25), NOW))
                .whenPublishingA(new PaymentTimeUp(ORDER))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void reservesMoreForALongerWay() {
        given(placed(), authorised())
                .whenPublishingA(new RouteChanged(ORDER, ANNA, QUOTE, CARD, NOW))
                .expectDispatchedCommands(RESERVE);
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }
}
