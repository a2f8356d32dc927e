package hansom.command.order;

import static hansom.command.fare.QuoteStory.*;
import static hansom.command.order.OrderStory.*;
import static hansom.command.refusal.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;
import static org.axonframework.test.matchers.Matchers.sequenceOf;

import hansom.contract.fare.FareItem;
import hansom.contract.fare.Quote;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.*;
import hansom.contract.order.OrderEvent.*;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.util.function.Consumer;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** The driven part of an order, told by a phone that may be late, repeat itself, or belong to somebody else. */
class OrderTripTest {
    private static final String WRONG_CODE = CODE.equals("0000") ? "0001" : "0000";

    @Test
    void waitsFreeOfChargeFromTheArrival() {
        at(minute(5), onTheWay()).when(new ArriveAtPickup(ORDER, BEN, null)).expectEvents(arrived());
        at(minute(6), atPickup()).when(new ArriveAtPickup(ORDER, BEN, null)).expectNoEvents();
        at(minute(60), done()).when(new ArriveAtPickup(ORDER, BEN, null)).expectNoEvents();
    }

    @Test
    void believesALateCallWithinReason() {
        at(minute(9), onTheWay())
                .when(new ArriveAtPickup(ORDER, BEN, minute(5)))
                .expectEvents(arrived());
        at(minute(9), onTheWay())
                .when(new ArriveAtPickup(ORDER, BEN, minute(30)))
                .expectEvents(new DriverArrived(ORDER, BEN, minute(9), minute(12)));
        at(minute(9), onTheWay())
                .when(new ArriveAtPickup(ORDER, BEN, NOON))
                .expectEvents(new DriverArrived(ORDER, BEN, minute(1), minute(4)));
    }

    @Test
    void beginsWithTheBoardingCodeOnly() {
        at(minute(6), atPickup()).when(new StartTrip(ORDER, BEN, CODE, null)).expectEvents(started());
        at(minute(7), driving()).when(new StartTrip(ORDER, BEN, CODE, null)).expectNoEvents();
        refuses(
                RefusalCode.BOARDING_CODE_WRONG,
                at(minute(6), atPickup()).when(new StartTrip(ORDER, BEN, WRONG_CODE, null)));
    }

    @Test
    void listensToNoCodeForAWhileAfterFiveWrongOnes() {
        Object[] missed = then(atPickup(), missed(1), missed(2), missed(3), missed(4));
        at(minute(6), missed).when(new StartTrip(ORDER, BEN, CODE, null)).expectEvents(started());
        Object[] paused = then(missed, missed(5));
        refuses(RefusalCode.BOARDING_CODE_PAUSED, at(minute(8), paused).when(new StartTrip(ORDER, BEN, CODE, null)));
        refuses(
                RefusalCode.BOARDING_CODE_PAUSED,
                at(minute(8), paused).when(new StartTrip(ORDER, BEN, WRONG_CODE, null)));
        at(minute(9), paused)
                .when(new StartTrip(ORDER, BEN, CODE, null))
                .expectEvents(new TripStarted(ORDER, BEN, minute(9), Duration.ofMinutes(4)));
        Object[] again = then(paused, new BoardingCodeMissed(ORDER, BEN, 6, minute(9)));
        at(minute(9), again).when(new StartTrip(ORDER, BEN, CODE, null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void countsTheNextDriversTriesAnew() {
        Object[] carls = then(
                atPickup(),
                missed(5),
                new DriverLost(ORDER, ANNA, BY_BEN, GiveUpReason.CAR_TROUBLE, minute(7)),
                searching(2, minute(7)),
                new DriverAssigned(ORDER, ANNA, BY_CARL, minute(7)));
        at(minute(8), carls).when(new StartTrip(ORDER, CARL, CODE, null)).expectSuccessfulHandlerExecution();
    }

    private static BoardingCodeMissed missed(int count) {
        return new BoardingCodeMissed(ORDER, BEN, count, minute(6));
    }

    @Test
    void takesAnUntoldArrivalAsToldJustBefore() {
        at(minute(6), onTheWay())
                .when(new StartTrip(ORDER, BEN, CODE, null))
                .expectEvents(
                        new DriverArrived(ORDER, BEN, minute(6), minute(9)),
                        new TripStarted(ORDER, BEN, minute(6), Duration.ZERO));
    }

    @Test
    void countsWaitingForALaterPickupFromTheTimeThatWasOrdered() {
        Quote later = quoteFor(minute(60));
        Object[] there = {
            new OrderPlaced(ORDER, ANNA, later, CASH, null, CODE, true, NOON),
            new SearchStarted(ORDER, ANNA, later, CASH, 1, minute(40)),
            new DriverAssigned(ORDER, ANNA, BY_BEN, minute(41))
        };
        var early = new DriverArrived(ORDER, BEN, minute(50), minute(63));
        at(minute(50), there).when(new ArriveAtPickup(ORDER, BEN, null)).expectEvents(early);
        at(minute(62), then(there, early))
                .when(new StartTrip(ORDER, BEN, CODE, null))
                .expectEvents(new TripStarted(ORDER, BEN, minute(62), Duration.ofMinutes(2)));
    }

    @Test
    void belongsToItsDriverAlone() {
        refuses(RefusalCode.NOT_YOUR_ORDER, at(minute(5), onTheWay()).when(new ArriveAtPickup(ORDER, CARL, null)));
        refuses(RefusalCode.NOT_YOUR_ORDER, at(minute(6), atPickup()).when(new StartTrip(ORDER, CARL, CODE, null)));
        refuses(RefusalCode.NOT_YOUR_ORDER, at(minute(26), driving()).when(new EndTrip(ORDER, CARL, null)));
        refuses(RefusalCode.NOT_YOUR_ORDER, at(minute(40), done()).when(new EndTrip(ORDER, CARL, null)));
    }

    @Test
    void tellsADriverToWaitUntilItIsHis() {
        refuses(
                RefusalCode.NOT_ASSIGNED_YET,
                at(minute(1), placed(), searching(1, NOON)).when(new ArriveAtPickup(ORDER, BEN, null)));
    }

    @Test
    void endsOnceAndNotBeforeItBegins() {
        at(minute(26), driving()).when(new EndTrip(ORDER, BEN, null)).expectEvents(ended());
        at(minute(27), setDown()).when(new EndTrip(ORDER, BEN, null)).expectNoEvents();
        at(minute(40), done()).when(new EndTrip(ORDER, BEN, null)).expectNoEvents();
        refuses(RefusalCode.ORDER_NOT_STARTED, at(minute(6), atPickup()).when(new EndTrip(ORDER, BEN, null)));
    }

    @Test
    void reachesItsStopsInTheirOrder() {
        Quote stops = quote(ORDER, ANNA, null, HOME, SHOP, HOME, STATION);
        Object[] driving = {
            new OrderPlaced(ORDER, ANNA, stops, CASH, null, CODE, false, NOON),
            new SearchStarted(ORDER, ANNA, stops, CASH, 1, NOON),
            assigned(),
            arrived(),
            started()
        };
        var first = new StopReached(ORDER, BEN, 1, minute(10));
        at(minute(10), driving).when(new ReachStop(ORDER, BEN, 1, null)).expectEvents(first);
        refuses(RefusalCode.STOP_OUT_OF_ORDER, at(minute(10), driving).when(new ReachStop(ORDER, BEN, 2, null)));
        refuses(RefusalCode.STOP_OUT_OF_ORDER, at(minute(10), driving).when(new EndTrip(ORDER, BEN, null)));
        Object[] on = then(driving, first);
        at(minute(11), on).when(new ReachStop(ORDER, BEN, 1, null)).expectNoEvents();
        Object[] last = then(on, new StopReached(ORDER, BEN, 2, minute(15)));
        refuses(RefusalCode.STOP_OUT_OF_ORDER, at(minute(16), last).when(new ReachStop(ORDER, BEN, 3, null)));
        at(minute(26), last).when(new EndTrip(ORDER, BEN, null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void costsWhatWasQuotedWhenDrivenAsQuoted() {
        at(minute(27), setDown())
                .when(new CompleteOrder(ORDER, tracked(10_050)))
                .expectEvents(completed());
        at(minute(28), done()).when(new CompleteOrder(ORDER, tracked(10_050))).expectNoEvents();
    }

    @Test
    void costsWhatWasDrivenWhenDrivenOtherwise() {
        completes(at(minute(27), setDown()).when(new CompleteOrder(ORDER, tracked(5_000))), done -> {
            assertThat(done.fare().total()).isLessThan(QUOTE.fare().total());
            assertThat(done.commission()).isEqualTo(done.fare().total().permille(200));
        });
        completes(at(minute(27), setDown()).when(new CompleteOrder(ORDER, tracked(90_000))), done -> {
            assertThat(done.fare().total()).isEqualTo(QUOTE.most());
            assertThat(done.fare().items().getLast().kind()).isEqualTo(FareItem.Kind.CAP);
        });
    }

    @Test
    void isNotCompletedBeforeItEnds() {
        refuses(RefusalCode.ORDER_NOT_STARTED, at(minute(9), driving()).when(new CompleteOrder(ORDER, tracked(1))));
    }

    private static void completes(ResultValidator<Order> result, Consumer<OrderCompleted> expected) {
        result.expectEventsMatching(sequenceOf(messageWithPayload(matches((Object event) -> {
            expected.accept((OrderCompleted) event);
            return true;
        }))));
    }
}
