package hansom.saga.booking;

import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.CLEO;
import static hansom.saga.Rides.CLEOS_SHIFT;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.offer;
import static hansom.saga.Rides.placed;
import static hansom.saga.Rides.placedFor;
import static hansom.saga.Rides.refusing;
import static hansom.saga.Rides.searchStarted;
import static hansom.saga.booking.BookingEvents.COUNTDOWN;
import static hansom.saga.booking.BookingEvents.accepted;
import static hansom.saga.booking.BookingEvents.assignedTo;
import static hansom.saga.booking.BookingEvents.cancelled;
import static hansom.saga.booking.BookingEvents.lost;
import static hansom.saga.booking.BookingEvents.shown;

import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderCommand.LoseDriver;
import hansom.contract.order.OrderCommand.StartSearch;
import hansom.contract.order.OrderTimer.OfferTimeUp;
import hansom.contract.order.OrderTimer.SearchDue;
import hansom.contract.order.OrderTimer.SearchTimeUp;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.LapseOffer;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.WithdrawOffer;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingSagaTest {
    private static final Duration SEARCH = Duration.ofMinutes(3);
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final SagaTestFixture<BookingSaga> saga = new SagaTestFixture<>(BookingSaga.class);

    @BeforeEach
    void thePaceOfThings() {
        saga.registerResource(new BookingTimes(SEARCH, AHEAD, COUNTDOWN, Duration.ofSeconds(3)));
    }

    @Test
    void givesASearchItsTime() {
        given(placed())
                .whenPublishingA(searchStarted(1))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands()
                .expectScheduledEvent(NOW.plus(SEARCH), new SearchTimeUp(ORDER, 1));
    }

    @Test
    void searchesForALaterRideOnlyWhenItsTimeComesNear() {
        saga.givenCurrentTime(NOW)
                .whenPublishingA(placedFor(TOMORROW))
                .expectNoDispatchedCommands()
                .expectScheduledEvent(TOMORROW.minus(AHEAD), new SearchDue(ORDER));
    }

    @Test
    void startsTheSearchOfALaterRide() {
        given(placedFor(TOMORROW))
                .whenTimeAdvancesTo(TOMORROW.minus(AHEAD))
                .expectDispatchedCommands(new StartSearch(ORDER));
    }

    @Test
    void tellsTheRiderThatNobodyWasFound() {
        given(placed(), searchStarted(1))
                .whenTimeElapses(SEARCH)
                .expectDispatchedCommands(new GiveUpOrder(ORDER, CancelReason.NO_DRIVER_FOUND));
    }

    @Test
    void endsWhenNobodyWasFound() {
        given(placed(), searchStarted(1))
                .whenPublishingA(cancelled(CancelReason.NO_DRIVER_FOUND, null))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void paysNoHeedToTheTimeOfAnEarlierSearch() {
        given(placed(), searchStarted(1), assignedTo(BEN), lost(BEN), searchStarted(2))
                .whenPublishingA(new SearchTimeUp(ORDER, 1))
                .expectNoDispatchedCommands();
    }

    @Test
    void letsAnOfferLapseWhenItsCountdownIsOver() {
        given(placed(), searchStarted(1), shown(BEN, 1))
                .whenTimeElapses(COUNTDOWN)
                .expectDispatchedCommands(new LapseOffer(BENS_SHIFT, offer(BEN, 1)));
    }

    @Test
    void stopsTheCountdownOfADeclinedOffer() {
        given(placed(), searchStarted(1), shown(BEN, 1))
                .whenPublishingA(new OfferDeclined(BENS_SHIFT, offer(BEN, 1), ORDER, NOW))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands()
                .expectNoScheduledEvent(NOW.plus(COUNTDOWN), new OfferTimeUp(ORDER, offer(BEN, 1)));
    }

    @Test
    void assignsTheDriverWhoAccepts() {
        given(placed(), searchStarted(1), shown(BEN, 1))
                .whenPublishingA(accepted(BEN, 1))
                .expectDispatchedCommands(new AssignDriver(ORDER, assigned(BEN, 1)));
    }

    @Test
    void freesTheDriverWhoLostTheRace() {
        saga.setCallbackBehavior(refusing(AssignDriver.class, RefusalCode.ORDER_ALREADY_TAKEN));
        given(placed(), searchStarted(1), shown(BEN, 1), shown(CLEO, 1), accepted(BEN, 1))
                .whenPublishingA(accepted(CLEO, 1))
                .expectDispatchedCommands(
                        new AssignDriver(ORDER, assigned(CLEO, 1)),
                        new ReleaseShift(CLEOS_SHIFT, ORDER, ReleaseReason.ANOTHER_WAS_FIRST));
    }

    @Test
    void freesADriverWhoseAcceptCameAfterTheAssignment() {
        given(placed(), searchStarted(1), shown(BEN, 1), shown(CLEO, 1), accepted(BEN, 1), assignedTo(BEN))
                .whenPublishingA(accepted(CLEO, 1))
                .expectDispatchedCommands(new ReleaseShift(CLEOS_SHIFT, ORDER, ReleaseReason.ANOTHER_WAS_FIRST));
    }

    @Test
    void takesTheOtherOffersBackOnceSomebodyDrives() {
        given(placed(), searchStarted(1), shown(BEN, 1), shown(CLEO, 1), accepted(BEN, 1))
                .whenPublishingA(assignedTo(BEN))
                .expectDispatchedCommands(new WithdrawOffer(CLEOS_SHIFT, offer(CLEO, 1)))
                .expectNoScheduledEvent(NOW.plus(SEARCH), new SearchTimeUp(ORDER, 1));
    }

    @Test
    void takesBackAnOfferShownWhileAnotherWasAssigned() {
        given(placed(), searchStarted(1), shown(BEN, 1), accepted(BEN, 1), assignedTo(BEN))
                .whenPublishingA(shown(CLEO, 1))
                .expectDispatchedCommands(new WithdrawOffer(CLEOS_SHIFT, offer(CLEO, 1)));
    }

    @Test
    void freesTheDriverWhoGaveTheOrderBack() {
        given(placed(), searchStarted(1), shown(BEN, 1), accepted(BEN, 1), assignedTo(BEN))
                .whenPublishingA(lost(BEN))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.DRIVER_GAVE_UP));
    }

    @Test
    void searchesOnForARiderWhoLostTheDriver() {
        given(placed(), searchStarted(1), assignedTo(BEN), lost(BEN), searchStarted(2), shown(CLEO, 2))
                .whenPublishingA(accepted(CLEO, 2))
                .expectDispatchedCommands(new AssignDriver(ORDER, assigned(CLEO, 2)));
    }

    @Test
    void tellsTheOrderThatItsDriversShiftIsGone() {
        given(placed(), searchStarted(1), assignedTo(BEN))
                .whenPublishingA(new ShiftClosed(BENS_SHIFT, CloseReason.SIGNAL_LOST, NOW))
                .expectDispatchedCommands(new LoseDriver(ORDER, BEN, GiveUpReason.SHIFT_CLOSED));
    }

    @Test
    void isNoLongerConcernedWithTheShiftOfALostDriver() {
        given(placed(), searchStarted(1), assignedTo(BEN))
                .whenPublishingA(lost(BEN))
                .expectNoAssociationWith("shiftId", BENS_SHIFT);
    }

    @Test
    void isOneForOneOrderHoweverOftenItIsToldOfIt() {
        given(placed(), searchStarted(1)).whenPublishingA(placed()).expectActiveSagas(1);
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }
}
