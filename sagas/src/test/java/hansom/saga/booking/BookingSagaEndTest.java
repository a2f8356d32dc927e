package hansom.saga.booking;

import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.offer;
import static hansom.saga.Rides.placed;
import static hansom.saga.Rides.refusing;
import static hansom.saga.Rides.searchStarted;
import static hansom.saga.booking.BookingEvents.COUNTDOWN;
import static hansom.saga.booking.BookingEvents.accepted;
import static hansom.saga.booking.BookingEvents.assignedTo;
import static hansom.saga.booking.BookingEvents.cancelled;
import static hansom.saga.booking.BookingEvents.completed;
import static hansom.saga.booking.BookingEvents.shown;

import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.WithdrawOffer;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a booking ends, whatever is still open then. */
class BookingSagaEndTest {
    private static final Duration SEARCH = Duration.ofMinutes(3);
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final SagaTestFixture<BookingSaga> saga = new SagaTestFixture<>(BookingSaga.class);

    @BeforeEach
    void thePaceOfThings() {
        saga.registerResource(new BookingTimes(SEARCH, AHEAD, COUNTDOWN, Duration.ofSeconds(3)));
    }

    @Test
    void takesAnOpenOfferBackWhenTheRiderCancels() {
        given(placed(), searchStarted(1), shown(BEN, 1))
                .whenPublishingA(cancelled(CancelReason.RIDER_CHANGED_MIND, null))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new WithdrawOffer(BENS_SHIFT, offer(BEN, 1)));
    }

    @Test
    void endsWhenTheLastOfferOfACancelledOrderIsGone() {
        given(placed(), searchStarted(1), shown(BEN, 1), cancelled(CancelReason.RIDER_CHANGED_MIND, null))
                .whenPublishingA(new OfferWithdrawn(BENS_SHIFT, offer(BEN, 1), ORDER, NOW))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void freesADriverWhoAcceptedWhatWasCancelledMeanwhile() {
        given(placed(), searchStarted(1), shown(BEN, 1), cancelled(CancelReason.RIDER_CHANGED_MIND, null))
                .whenPublishingA(accepted(BEN, 1))
                .expectActiveSagas(0)
                .expectDispatchedCommands(new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void freesADriverWhenTheOrderTurnsOutToBeOver() {
        saga.setCallbackBehavior(refusing(AssignDriver.class, RefusalCode.ORDER_FINISHED));
        given(placed(), searchStarted(1), shown(BEN, 1))
                .whenPublishingA(accepted(BEN, 1))
                .expectDispatchedCommands(
                        new AssignDriver(ORDER, assigned(BEN, 1)),
                        new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void freesTheAssignedDriverOfACancelledOrder() {
        given(placed(), searchStarted(1), shown(BEN, 1), accepted(BEN, 1), assignedTo(BEN))
                .whenPublishingA(cancelled(CancelReason.RIDER_WAITED_TOO_LONG, assigned(BEN, 1)))
                .expectActiveSagas(0)
                .expectDispatchedCommands(new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void takesBackAnOfferShownOfAnOrderAlreadyOver() {
        saga.givenCurrentTime(NOW)
                .whenPublishingA(shown(BEN, 1))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new WithdrawOffer(BENS_SHIFT, offer(BEN, 1)));
    }

    @Test
    void endsAgainOnceTheLateOfferIsGone() {
        given(shown(BEN, 1))
                .whenPublishingA(new OfferLapsed(BENS_SHIFT, offer(BEN, 1), ORDER, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void endsEvenWhenAShiftHasNoLastWordOnItsOffer() throws Exception {
        given(placed(), searchStarted(1), shown(BEN, 1), cancelled(CancelReason.RIDER_CHANGED_MIND, null))
                .andThenTimeElapses(COUNTDOWN)
                .whenTimeElapses(Duration.ofMinutes(1))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void endsWhenTheRideIsDone() {
        given(placed(), searchStarted(1), shown(BEN, 1), accepted(BEN, 1), assignedTo(BEN))
                .whenPublishingA(completed())
                .expectActiveSagas(0)
                .expectNoDispatchedCommands()
                .expectNoScheduledEvents();
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }
}
