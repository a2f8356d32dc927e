package hansom.saga.shift;

import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.onShift;
import static hansom.saga.Rides.refusing;

import hansom.contract.driver.DriverEvent.DriverBlocked;
import hansom.contract.driver.DriverEvent.ShiftRequested;
import hansom.contract.id.Region;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ShiftCommand.CloseShift;
import hansom.contract.shift.ShiftCommand.OpenShift;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftEvent.ShiftOpened;
import hansom.contract.shift.ShiftTimer.PapersRanOut;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class ShiftSagaTest {
    private static final ShiftRequested REQUESTED = new ShiftRequested(BEN, onShift(BEN), Region.MOSCOW, NOW);
    private static final ShiftOpened OPENED = new ShiftOpened(BENS_SHIFT, 1, onShift(BEN), Region.MOSCOW, NOW);
    private static final Instant NEW_YEAR_IN_MOSCOW = Instant.parse("2026-12-31T21:00:00Z");

    private final SagaTestFixture<ShiftSaga> saga = new SagaTestFixture<>(ShiftSaga.class);

    @Test
    void opensTheShiftOfADriverWhoMayDrive() {
        saga.givenCurrentTime(NOW)
                .whenPublishingA(REQUESTED)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new OpenShift(BENS_SHIFT, onShift(BEN), Region.MOSCOW));
    }

    @Test
    void endsWhenTheShiftCannotBeOpened() {
        saga.setCallbackBehavior(refusing(OpenShift.class, RefusalCode.SHIFT_ALREADY_OPEN));
        saga.givenCurrentTime(NOW).whenPublishingA(REQUESTED).expectActiveSagas(0);
    }

    @Test
    void livesOnWhenAnOpenShiftIsRefusedAnotherVehicle() {
        saga.setCallbackBehavior(refusing(OpenShift.class, RefusalCode.SHIFT_ALREADY_OPEN));
        saga.givenCurrentTime(NOW)
                .andThenAPublished(OPENED)
                .whenPublishingA(REQUESTED)
                .expectActiveSagas(1);
    }

    @Test
    void closesTheShiftOfABlockedDriver() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(REQUESTED)
                .andThenAPublished(OPENED)
                .whenPublishingA(new DriverBlocked(BEN, "complaints", "olga"))
                .expectDispatchedCommands(new CloseShift(BENS_SHIFT, CloseReason.DRIVER_BLOCKED));
    }

    @Test
    void knowsWhenTheLastDayOfThePapersIsOver() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(REQUESTED)
                .whenPublishingA(OPENED)
                .expectScheduledEvent(NEW_YEAR_IN_MOSCOW, new PapersRanOut(BENS_SHIFT, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void closesTheShiftWhenPapersRunOut() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(REQUESTED)
                .andThenAPublished(OPENED)
                .whenTimeAdvancesTo(NEW_YEAR_IN_MOSCOW)
                .expectDispatchedCommands(new CloseShift(BENS_SHIFT, CloseReason.PAPERS_EXPIRED));
    }

    @Test
    void endsWithTheShift() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(REQUESTED)
                .andThenAPublished(OPENED)
                .whenPublishingA(new ShiftClosed(BENS_SHIFT, CloseReason.DRIVER_WENT_HOME, NOW))
                .expectActiveSagas(0)
                .expectNoScheduledEvents();
    }

    @Test
    void watchesAShiftThatOpenedWhileTheOneBeforeWasClosing() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(REQUESTED)
                .andThenAPublished(new ShiftClosed(BENS_SHIFT, CloseReason.DRIVER_WENT_HOME, NOW))
                .andThenAPublished(OPENED)
                .whenPublishingA(new DriverBlocked(BEN, "complaints", "olga"))
                .expectDispatchedCommands(new CloseShift(BENS_SHIFT, CloseReason.DRIVER_BLOCKED));
    }

    @Test
    void paysNoHeedToTheEndOfPapersThatHaveBeenRenewed() {
        saga.givenCurrentTime(NOW)
                .andThenAPublished(OPENED)
                .whenPublishingA(new PapersRanOut(BENS_SHIFT, LocalDate.of(2026, 11, 30)))
                .expectNoDispatchedCommands();
    }
}
