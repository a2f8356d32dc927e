package hansom.command.order;

import static hansom.command.fare.QuoteStory.*;
import static hansom.command.order.OrderStory.*;
import static hansom.command.refusal.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.fare.Quote;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.*;
import hansom.contract.order.OrderEvent.*;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.CardId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an order begins, finds its driver, and is paid for. */
class OrderTest {
    @Test
    void beginsWithASearch() {
        at(NOON).when(place()).expectEvents(placed(), searching(1, NOON));
    }

    @Test
    void ignoresBeingPlacedTheSameAgain() {
        at(minute(1), placed(), searching(1, NOON)).when(place()).expectNoEvents();
        at(minute(90), done()).when(place()).expectNoEvents();
    }

    @Test
    void refusesOtherContentsUnderTheSameId() {
        Quote other = quote(ORDER, ANNA, null, HOME, SHOP);
        refuses(
                RefusalCode.ORDER_EXISTS_WITH_OTHER_BODY,
                at(minute(1), placed(), searching(1, NOON)).when(new PlaceOrder(ORDER, ANNA, other, CASH, null)));
        refuses(
                RefusalCode.ORDER_EXISTS_WITH_OTHER_BODY,
                at(minute(1), placed(), searching(1, NOON)).when(new PlaceOrder(ORDER, DORA, QUOTE, CASH, null)));
    }

    @Test
    void refusesAnExpiredQuote() {
        at(QUOTE.validUntil()).when(place()).expectSuccessfulHandlerExecution();
        refuses(RefusalCode.QUOTE_EXPIRED, at(QUOTE.validUntil().plusMillis(1)).when(place()));
    }

    @Test
    void refusesAForgedQuote() {
        refuses(RefusalCode.QUOTE_ALTERED, at(NOON).when(new PlaceOrder(ORDER, ANNA, forged(QUOTE), CASH, null)));
        refuses(
                RefusalCode.QUOTE_ALTERED,
                at(NOON).when(new PlaceOrder(ORDER, ANNA, QUOTE.sealedWith(""), CASH, null)));
    }

    @Test
    void refusesSomebodyElsesQuote() {
        refuses(RefusalCode.QUOTE_NOT_YOURS, at(NOON).when(new PlaceOrder(ORDER, DORA, QUOTE, CASH, null)));
    }

    @Test
    void refusesAQuoteOfAnotherOrder() {
        refuses(RefusalCode.QUOTE_FOR_OTHER_ORDER, at(NOON).when(new PlaceOrder(OTHER_ORDER, ANNA, QUOTE, CASH, null)));
    }

    @Test
    void waitsForALaterPickup() {
        Quote tomorrow = quoteFor(NOON.plus(Duration.ofDays(1)));
        var place = new PlaceOrder(ORDER, ANNA, tomorrow, CASH, null);
        var placed = new OrderPlaced(ORDER, ANNA, tomorrow, CASH, null, CODE, true, NOON);
        at(NOON).when(place).expectEvents(placed);
        at(minute(1400), placed)
                .when(new StartSearch(ORDER))
                .expectEvents(new SearchStarted(ORDER, ANNA, tomorrow, CASH, 1, minute(1400)));
        refuses(RefusalCode.ORDER_NOT_SEARCHING, at(minute(1), placed).when(new AssignDriver(ORDER, BY_BEN)));
    }

    @Test
    void refusesAPickupInThePastOrTooFarAhead() {
        for (Instant wrong : new Instant[] {NOON.minusSeconds(1), NOON.plus(Duration.ofDays(31))})
            refuses(
                    RefusalCode.PICKUP_TIME_WRONG,
                    at(NOON).when(new PlaceOrder(ORDER, ANNA, quoteFor(wrong), CASH, null)));
    }

    @Test
    void isUnknownUntilItIsPlaced() {
        refuses(RefusalCode.ORDER_UNKNOWN, at(NOON).when(new AssignDriver(ORDER, BY_BEN)));
        refuses(RefusalCode.ORDER_UNKNOWN, at(NOON).when(new EndTrip(ORDER, BEN, null)));
        refuses(RefusalCode.ORDER_UNKNOWN, at(NOON).when(new StartSearch(ORDER)));
    }

    @Test
    void startsOneSearchOnly() {
        at(minute(1), placed(), searching(1, NOON)).when(new StartSearch(ORDER)).expectNoEvents();
        at(minute(3), onTheWay()).when(new StartSearch(ORDER)).expectNoEvents();
    }

    @Test
    void takesTheFirstDriverAndNoOther() {
        at(minute(1), placed(), searching(1, NOON))
                .when(new AssignDriver(ORDER, BY_BEN))
                .expectEvents(assigned());
        at(minute(2), onTheWay()).when(new AssignDriver(ORDER, BY_BEN)).expectNoEvents();
        refuses(RefusalCode.ORDER_ALREADY_TAKEN, at(minute(2), onTheWay()).when(new AssignDriver(ORDER, BY_CARL)));
        refuses(RefusalCode.ORDER_FINISHED, at(minute(40), done()).when(new AssignDriver(ORDER, BY_CARL)));
    }

    @Test
    void looksForAnotherDriverWhenItsDriverIsGone() {
        var lost = new DriverLost(ORDER, ANNA, BY_BEN, GiveUpReason.SHIFT_CLOSED, minute(3));
        var lose = new LoseDriver(ORDER, BEN, GiveUpReason.SHIFT_CLOSED);
        at(minute(3), onTheWay()).when(lose).expectEvents(lost, searching(2, minute(3)));
        at(minute(4), then(onTheWay(), lost, searching(2, minute(3))))
                .when(lose)
                .expectNoEvents();
        at(minute(9), driving()).when(lose).expectNoEvents();
        at(minute(3), onTheWay())
                .when(new LoseDriver(ORDER, CARL, GiveUpReason.SHIFT_CLOSED))
                .expectNoEvents();
    }

    @Test
    void changesItsRouteWithAQuoteOfItsOwn() {
        Quote further = quote(ORDER, ANNA, null, HOME, SHOP, STATION);
        var change = new ChangeRoute(ORDER, ANNA, further);
        var changed = new RouteChanged(ORDER, ANNA, further, CASH, minute(3));
        at(minute(3), onTheWay()).when(change).expectEvents(changed);
        at(minute(4), then(onTheWay(), changed)).when(change).expectNoEvents();
        refuses(RefusalCode.ORDER_UNKNOWN, at(minute(3), onTheWay()).when(new ChangeRoute(ORDER, DORA, further)));
        refuses(
                RefusalCode.QUOTE_ALTERED,
                at(minute(3), onTheWay()).when(new ChangeRoute(ORDER, ANNA, further.sealedWith("x"))));
        refuses(RefusalCode.QUOTE_EXPIRED, at(minute(30), onTheWay()).when(change));
        refuses(RefusalCode.ORDER_FINISHED, at(minute(3), setDown()).when(change));
        Quote elsewhere = quote(OTHER_ORDER, ANNA, null, HOME, SHOP);
        refuses(
                RefusalCode.QUOTE_FOR_OTHER_ORDER,
                at(minute(3), onTheWay()).when(new ChangeRoute(ORDER, ANNA, elsewhere)));
    }

    @Test
    void changesTheWayOfPayingBeforeTheTripBegins() {
        var card = new PaymentMethod.Card(new CardId("crd_" + UUID), "tok", "visa", "4242");
        var change = new ChangePaymentMethod(ORDER, ANNA, card);
        var changed = new PaymentMethodChanged(ORDER, ANNA, card, QUOTE.most(), minute(2));
        at(minute(2), onTheWay()).when(change).expectEvents(changed);
        at(minute(4), then(onTheWay(), changed)).when(change).expectNoEvents();
        refuses(RefusalCode.PAYMENT_NOT_CHANGEABLE, at(minute(7), driving()).when(change));
    }

    @Test
    void asksForPaymentOnceATime() {
        var ask = new AskForPayment(ORDER, "declined", minute(5));
        var asked = new PaymentAsked(ORDER, ANNA, "declined", minute(5));
        at(minute(2), onTheWay()).when(ask).expectEvents(asked);
        at(minute(4), then(onTheWay(), asked)).when(ask).expectNoEvents();
        at(minute(7), driving()).when(ask).expectNoEvents();
    }

    @Test
    void derivesTheBoardingCodeFromTheOrder() {
        assertThat(CODES.of(ORDER)).matches("\\d{4}").isEqualTo(CODES.of(ORDER));
        var codes = IntStream.range(0, 200)
                .mapToObj(n -> CODES.of(new OrderId("ord_019a0000-0000-7000-8000-%012x".formatted(n))))
                .distinct();
        assertThat(codes.count()).isGreaterThan(150);
    }
}
