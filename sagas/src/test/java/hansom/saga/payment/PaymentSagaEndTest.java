package hansom.saga.payment;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;
import static hansom.saga.Rides.placed;
import static hansom.saga.Rides.placedFor;
import static hansom.saga.Rides.refusing;
import static hansom.saga.payment.PaymentEvents.PAYMENT;
import static hansom.saga.payment.PaymentEvents.authorised;
import static hansom.saga.payment.PaymentEvents.call;
import static hansom.saga.payment.PaymentEvents.cancelled;
import static hansom.saga.payment.PaymentEvents.captured;
import static hansom.saga.payment.PaymentEvents.completed;
import static hansom.saga.payment.PaymentEvents.declined;
import static hansom.saga.payment.PaymentEvents.requested;
import static hansom.saga.payment.PaymentEvents.voided;

import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.VoidPayment;
import hansom.contract.payment.PaymentEvent.PaymentCallFailed;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

/** How an order's money is taken or given back once the order is over. */
class PaymentSagaEndTest {

    private final SagaTestFixture<PaymentSaga> saga = new SagaTestFixture<>(PaymentSaga.class);

    @Test
    void givesBackWhatIsReservedAfterTheOrderIsGone() {
        given(placed(), requested(1), authorised(), requested(2), cancelled(fare(0)), voided())
                .whenPublishingA(authorised(2))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new VoidPayment(PAYMENT));
        saga.whenPublishingA(voided()).expectActiveSagas(0).expectNoScheduledEvents();
    }

    @Test
    void hasNothingToGiveBackBeforeAScheduledOrderLooksForADriver() {
        given(placedFor(NOW.plusSeconds(7_200)))
                .whenPublishingA(cancelled(fare(0)))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands()
                .expectNoScheduledEvents();
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
}
