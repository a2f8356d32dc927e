package hansom.saga.payment;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.EUR;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;
import static hansom.saga.Rides.placed;
import static hansom.saga.Rides.placedFor;
import static hansom.saga.Rides.refusing;
import static hansom.saga.Rides.searchStarted;

import hansom.contract.fare.Fare;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.AskForPayment;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.PaymentMethodChanged;
import hansom.contract.order.OrderEvent.RouteChanged;
import hansom.contract.order.OrderTimer.PaymentTimeUp;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentCommand.VoidPayment;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCallFailed;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class PaymentSagaTest {
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
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
    void givesBackWhatIsReservedAfterTheOrderIsGone() {
        given(placed(), requested(1), authorised(), requested(2), cancelled(fare(0)), voided())
                .whenPublishingA(authorised(2))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new VoidPayment(PAYMENT));
        saga.whenPublishingA(voided()).expectActiveSagas(0).expectNoScheduledEvents();
    }

    @Test
    void reservesMoreForALongerWay() {
        given(placed(), authorised())
                .whenPublishingA(new RouteChanged(ORDER, ANNA, QUOTE, CARD, NOW))
                .expectDispatchedCommands(RESERVE);
    }

    @Test
    void takesTheFinalFare() {
        given(placed(), authorised())
                .whenPublishingA(completed(fare(22)))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new CapturePayment(PAYMENT, euros(22)));
    }

    @Test
    void endsWhenTheFareIsTaken() {
        given(placed(), authorised(), completed(fare(22)))
                .whenPublishingA(captured(22))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void waitsForEachOfSeveralReservationsToBeTaken() {
        given(placed(), authorised(), completed(fare(22)))
                .whenPublishingA(captured(20))
                .expectActiveSagas(1);
        saga.whenPublishingA(captured(2)).expectActiveSagas(0);
    }

    @Test
    void takesTheFareOnceTheBankHasAnswered() {
        saga.setCallbackBehavior(refusing(CapturePayment.class, RefusalCode.NOTHING_TO_CAPTURE));
        given(placed(), completed(fare(22)))
                .whenPublishingA(authorised())
                .expectDispatchedCommands(new CapturePayment(PAYMENT, euros(22)));
    }

    @Test
    void endsWhenNothingCanBeTaken() {
        saga.setCallbackBehavior(refusing(CapturePayment.class, RefusalCode.NOTHING_TO_CAPTURE));
        given(placed(), declined()).whenPublishingA(completed(fare(22))).expectActiveSagas(0);
    }

    @Test
    void takesTheFeeOfALateCancellation() {
        given(placed(), authorised())
                .whenPublishingA(cancelled(fare(4)))
                .expectDispatchedCommands(new CapturePayment(PAYMENT, euros(4)));
    }

    @Test
    void givesEverythingBackWhenThereIsNoFee() {
        given(placed(), authorised())
                .whenPublishingA(cancelled(fare(0)))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new VoidPayment(PAYMENT));
    }

    @Test
    void endsWhenEverythingIsGivenBack() {
        given(placed(), authorised(), cancelled(fare(0)))
                .whenPublishingA(voided())
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void endsAtOnceWhenNothingWasReserved() {
        given(placed(), declined())
                .whenPublishingA(cancelled(fare(0)))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void endsWhenALaterRideIsCancelledBeforeItsTime() {
        given(placedFor(NOW.plus(Duration.ofDays(2))))
                .whenPublishingA(cancelled(fare(0)))
                .expectActiveSagas(0);
    }

    @Test
    void waitsForTheBanksAnswerBeforeItEnds() {
        given(placed()).whenPublishingA(cancelled(fare(0))).expectActiveSagas(1);
    }

    @Test
    void endsWhenTheProviderRefusesForGood() {
        given(placed(), authorised(), completed(fare(22)))
                .whenPublishingA(new PaymentCallFailed(PAYMENT, ANNA, call("capture"), "expired", NOW))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void endsADayLaterWhenNobodyAnswers() {
        given(placed(), authorised(), completed(fare(22)))
                .whenTimeElapses(Duration.ofDays(1))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }

    private static CallId call(String what) {
        return CallId.of(PAYMENT, what, 1);
    }

    private static AuthorisationRequested requested(int attempt) {
        return new AuthorisationRequested(
                PAYMENT, ANNA, CallId.of(PAYMENT, "authorise", attempt), CARD, euros(25), NOW);
    }

    private static PaymentAuthorised authorised() {
        return authorised(1);
    }

    private static PaymentAuthorised authorised(int attempt) {
        var call = CallId.of(PAYMENT, "authorise", attempt);
        return new PaymentAuthorised(PAYMENT, ANNA, call, CARD, "ref", euros(25), euros(25), NOW);
    }

    private static PaymentVoided voided() {
        return new PaymentVoided(PAYMENT, ANNA, call("void"), CARD, euros(25), NOW);
    }

    private static AuthorisationDeclined declined() {
        return new AuthorisationDeclined(PAYMENT, ANNA, call("authorise"), CARD, euros(25), "insufficient_funds", NOW);
    }

    private static PaymentCaptured captured(long euros) {
        return new PaymentCaptured(PAYMENT, ANNA, call("capture"), CARD, euros(euros), NOW);
    }

    private static OrderCancelled cancelled(Fare fee) {
        return new OrderCancelled(
                ORDER, ANNA, CancelReason.RIDER_CHANGED_MIND, null, CARD, fee, Money.zero(EUR), null, NOW);
    }

    private static OrderCompleted completed(Fare fare) {
        var tracking = new Tracking(
                Distance.ofMetres(3_000),
                Distance.NONE,
                Duration.ofMinutes(8),
                90,
                Tracking.Basis.MATCHED,
                "tracks/1",
                "00");
        return new OrderCompleted(ORDER, ANNA, assigned(BEN, 1), CARD, fare, euros(4), tracking, NOW, NOW, NOW);
    }
}
