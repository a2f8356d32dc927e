package hansom.command.shift;

import static hansom.command.fare.QuoteStory.*;
import static hansom.command.refusal.Refusals.refuses;
import static hansom.command.shift.ShiftStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.id.Region;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.*;
import hansom.contract.shift.ShiftEvent.*;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One driver's work: what he may be shown, what he may take, and when he may go. */
class ShiftTest {

    @Test
    void opensStretchAfterStretch() {
        at(0).when(new OpenShift(SHIFT, BEN, Region.LOCAL)).expectEvents(opened(1, 0));
        at(9, opened(1, 0), new ShiftClosed(SHIFT, CloseReason.DRIVER_WENT_HOME, second(8)))
                .when(new OpenShift(SHIFT, BEN, Region.LOCAL))
                .expectEvents(opened(2, 9));
    }

    @Test
    void opensOnceAndWithOneVehicle() {
        at(5, opened(1, 0)).when(new OpenShift(SHIFT, BEN, Region.LOCAL)).expectNoEvents();
        at(5, opened(1, 0), new ShiftPaused(SHIFT, second(3)))
                .when(new OpenShift(SHIFT, BEN, Region.LOCAL))
                .expectEvents(new ShiftResumed(SHIFT, second(5)));
        refuses(
                RefusalCode.SHIFT_ALREADY_OPEN,
                at(5, opened(1, 0)).when(new OpenShift(SHIFT, BEN_IN_ANOTHER_CAR, Region.LOCAL)));
    }

    @Test
    void showsOneOfferAtATime() {
        at(10, opened(1, 0)).when(show(OFFER)).expectEvents(shown(OFFER));
        at(12, opened(1, 0), shown(OFFER)).when(show(OFFER)).expectNoEvents();
        refuses(RefusalCode.SHIFT_BUSY, at(12, opened(1, 0), shown(OFFER)).when(show(OTHER)));
        refuses(RefusalCode.SHIFT_BUSY, at(14, holding()).when(show(OTHER)));
        at(14, holding()).when(show(OFFER)).expectNoEvents();
        refuses(RefusalCode.SHIFT_NOT_OPEN, at(10).when(show(OFFER)));
    }

    @Test
    void isShownNothingWhilePausedOrAfterDeclining() {
        refuses(
                RefusalCode.SHIFT_PAUSED,
                at(10, opened(1, 0), new ShiftPaused(SHIFT, second(3))).when(show(OFFER)));
        refuses(
                RefusalCode.OFFER_ALREADY_DECLINED,
                at(20, opened(1, 0), shown(OFFER), new OfferDeclined(SHIFT, OFFER, ORDER, second(12)))
                        .when(show(OFFER)));
    }

    @Test
    void takesAnOfferWhileItHoldsAndOnlyOnce() {
        at(25, opened(1, 0), shown(OFFER)).when(new AcceptOffer(SHIFT, OFFER)).expectEvents(accepted(25));
        at(26, holding()).when(new AcceptOffer(SHIFT, OFFER)).expectNoEvents();
        refuses(RefusalCode.OFFER_EXPIRED, at(26, opened(1, 0), shown(OFFER)).when(new AcceptOffer(SHIFT, OFFER)));
        refuses(
                RefusalCode.OFFER_EXPIRED,
                at(40, opened(1, 0), shown(OFFER), new OfferLapsed(SHIFT, OFFER, ORDER, second(26)))
                        .when(new AcceptOffer(SHIFT, OFFER)));
    }

    @Test
    void takesOnlyWhatItWasShown() {
        refuses(RefusalCode.OFFER_UNKNOWN, at(12, opened(1, 0), shown(OFFER)).when(new AcceptOffer(SHIFT, OTHER)));
        refuses(RefusalCode.OFFER_UNKNOWN, at(12, opened(1, 0), shown(OFFER)).when(new AcceptOffer(SHIFT, TO_CARL)));
        refuses(RefusalCode.OFFER_UNKNOWN, at(14, holding()).when(new AcceptOffer(SHIFT, OTHER)));
        refuses(RefusalCode.SHIFT_NOT_OPEN, at(12).when(new AcceptOffer(SHIFT, OFFER)));
    }

    @Test
    void cannotTakeWhatWasTakenBackOrDeclined() {
        refuses(
                RefusalCode.OFFER_WITHDRAWN,
                at(13, opened(1, 0), shown(OFFER), new OfferWithdrawn(SHIFT, OFFER, ORDER, second(12)))
                        .when(new AcceptOffer(SHIFT, OFFER)));
        refuses(
                RefusalCode.OFFER_ALREADY_DECLINED,
                at(13, opened(1, 0), shown(OFFER), new OfferDeclined(SHIFT, OFFER, ORDER, second(12)))
                        .when(new AcceptOffer(SHIFT, OFFER)));
        refuses(RefusalCode.OFFER_WITHDRAWN, at(30, released()).when(new AcceptOffer(SHIFT, OFFER)));
    }

    @Test
    void declinesOnceAndNotWhatItTook() {
        var declined = new OfferDeclined(SHIFT, OFFER, ORDER, second(12));
        at(12, opened(1, 0), shown(OFFER)).when(new DeclineOffer(SHIFT, OFFER)).expectEvents(declined);
        at(13, opened(1, 0), shown(OFFER), declined)
                .when(new DeclineOffer(SHIFT, OFFER))
                .expectNoEvents();
        refuses(RefusalCode.SHIFT_BUSY, at(14, holding()).when(new DeclineOffer(SHIFT, OFFER)));
        refuses(RefusalCode.OFFER_UNKNOWN, at(14, opened(1, 0)).when(new DeclineOffer(SHIFT, OFFER)));
    }

    @Test
    void lapsesAndTakesBackOnlyWhatWaits() {
        at(26, opened(1, 0), shown(OFFER))
                .when(new LapseOffer(SHIFT, OFFER))
                .expectEvents(new OfferLapsed(SHIFT, OFFER, ORDER, second(26)));
        at(26, holding()).when(new LapseOffer(SHIFT, OFFER)).expectNoEvents();
        at(12, opened(1, 0), shown(OFFER))
                .when(new WithdrawOffer(SHIFT, OFFER))
                .expectEvents(new OfferWithdrawn(SHIFT, OFFER, ORDER, second(12)));
        at(26, holding()).when(new WithdrawOffer(SHIFT, OFFER)).expectNoEvents();
        at(26).when(new WithdrawOffer(SHIFT, OFFER)).expectNoEvents();
    }

    @Test
    void takesBackTheOfferWhenTheDriverPauses() {
        at(12, opened(1, 0), shown(OFFER))
                .when(new PauseShift(SHIFT))
                .expectEvents(new ShiftPaused(SHIFT, second(12)), new OfferWithdrawn(SHIFT, OFFER, ORDER, second(12)));
        at(13, opened(1, 0), new ShiftPaused(SHIFT, second(12)))
                .when(new PauseShift(SHIFT))
                .expectNoEvents();
        refuses(RefusalCode.SHIFT_NOT_OPEN, at(1).when(new PauseShift(SHIFT)));
    }

    @Test
    void isReleasedOfTheOrderThatItHoldsOnly() {
        at(30, holding())
                .when(new ReleaseShift(SHIFT, ORDER, ReleaseReason.TRIP_ENDED))
                .expectEvents(new ShiftReleased(SHIFT, ORDER, ReleaseReason.TRIP_ENDED, second(30)));
        at(30, holding())
                .when(new ReleaseShift(SHIFT, OTHER_ORDER, ReleaseReason.TRIP_ENDED))
                .expectNoEvents();
        at(31, released())
                .when(new ReleaseShift(SHIFT, ORDER, ReleaseReason.TRIP_ENDED))
                .expectNoEvents();
    }

    @Test
    void goesHomeOnlyWithoutAnOrder() {
        at(12, opened(1, 0), shown(OFFER))
                .when(new EndShift(SHIFT))
                .expectEvents(
                        new OfferWithdrawn(SHIFT, OFFER, ORDER, second(12)),
                        new ShiftClosed(SHIFT, CloseReason.DRIVER_WENT_HOME, second(12)));
        refuses(RefusalCode.SHIFT_BUSY, at(14, holding()).when(new EndShift(SHIFT)));
        at(14).when(new EndShift(SHIFT)).expectNoEvents();
    }

    @Test
    void finishesItsOrderBeforeItIsClosed() {
        var asked = new ClosingAsked(SHIFT, CloseReason.PAPERS_EXPIRED, second(14));
        var close = new CloseShift(SHIFT, CloseReason.PAPERS_EXPIRED);
        at(14, holding()).when(close).expectEvents(asked);
        at(15, then(holding(), asked)).when(close).expectNoEvents();
        at(30, then(holding(), asked))
                .when(new ReleaseShift(SHIFT, ORDER, ReleaseReason.TRIP_ENDED))
                .expectEvents(
                        new ShiftReleased(SHIFT, ORDER, ReleaseReason.TRIP_ENDED, second(30)),
                        new ShiftClosed(SHIFT, CloseReason.PAPERS_EXPIRED, second(30)));
        at(3, opened(1, 0)).when(close).expectEvents(new ShiftClosed(SHIFT, CloseReason.PAPERS_EXPIRED, second(3)));
    }

    @Test
    void notesThatThePhoneIsSilentOnce() {
        var lost = new SignalLost(SHIFT, second(2), second(60));
        at(60, opened(1, 0)).when(new ReportSignalLost(SHIFT, second(2))).expectEvents(lost);
        at(70, opened(1, 0), lost).when(new ReportSignalLost(SHIFT, second(2))).expectNoEvents();
        at(80, opened(1, 0), lost).when(new ReportSignalBack(SHIFT)).expectEvents(new SignalBack(SHIFT, second(80)));
        at(80, opened(1, 0)).when(new ReportSignalBack(SHIFT)).expectNoEvents();
    }

    @Test
    void isTheSameWhenReadFromASnapshot() {
        for (Object[] history : List.of(
                new Object[] {opened(1, 0)}, new Object[] {opened(1, 0), shown(OFFER)}, holding(), released())) {
            assertThat(fromSnapshot(shiftAfter(history)))
                    .usingRecursiveComparison()
                    .isEqualTo(shiftAfter(history));
        }
    }
}
