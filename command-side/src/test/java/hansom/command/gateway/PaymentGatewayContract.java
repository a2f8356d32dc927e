package hansom.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentId;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every provider must do, whoever it is; each test pays for an order of its own. */
abstract class PaymentGatewayContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected final PaymentId payment =
            PaymentId.of(new OrderId("ord_019a0000-0000-7000-8000-%012d".formatted(NUMBER.incrementAndGet())));

    abstract PaymentGateway provider();

    /** The token of a card that behaves as the name says. */
    abstract String card(Behaviour behaviour);

    /** The rider confirms at his bank. */
    abstract void confirm(String providerRef);

    /** How much of the card holder's money the provider has taken and not given back. */
    abstract long taken(String providerRef);

    /** Cards that the suite needs. */
    enum Behaviour {
        GOOD,
        POOR,
        CONFIRMS,
        LOSES_FIRST_ANSWER
    }

    @Test
    void takesPartOfAReservationAndGivesPartOfThatBack() {
        var ref = reserve(1000);
        assertThat(provider().capture(key("capture", 1), ref, eur(700))).isInstanceOf(Answer.Approved.class);
        assertThat(taken(ref)).isEqualTo(700);
        assertThat(provider().refund(key("refund", 1), ref, eur(300))).isInstanceOf(Answer.Approved.class);
        assertThat(taken(ref)).isEqualTo(400);
    }

    @Test
    void knowsARepeatedCallByItsKey() {
        var ref = reserve(1000);
        assertThat(reserve(1000)).isEqualTo(ref);
        for (var time = 0; time < 2; time++)
            assertThat(provider().capture(key("capture", 1), ref, eur(1000))).isInstanceOf(Answer.Approved.class);
        for (var time = 0; time < 2; time++)
            assertThat(provider().refund(key("refund", 1), ref, eur(400))).isInstanceOf(Answer.Approved.class);
        assertThat(taken(ref)).isEqualTo(600);
    }

    @Test
    void takesNoMoreThanIsReservedAndOnlyOnce() {
        var ref = reserve(1000);
        assertThat(provider().capture(key("capture", 1), ref, eur(1001))).isInstanceOf(Answer.Declined.class);
        assertThat(provider().capture(key("capture", 2), ref, eur(600))).isInstanceOf(Answer.Approved.class);
        assertThat(provider().capture(key("capture", 3), ref, eur(400))).isInstanceOf(Answer.Declined.class);
        assertThat(taken(ref)).isEqualTo(600);
    }

    @Test
    void givesBackNoMoreThanWasTaken() {
        var ref = reserve(1000);
        provider().capture(key("capture", 1), ref, eur(1000));
        assertThat(provider().refund(key("refund", 1), ref, eur(1001))).isInstanceOf(Answer.Declined.class);
        assertThat(taken(ref)).isEqualTo(1000);
    }

    @Test
    void takesNothingFromAReservationThatWasGivenUp() {
        var ref = reserve(1000);
        for (var time = 1; time <= 2; time++)
            assertThat(provider().release(key("void", time), ref)).isInstanceOf(Answer.Approved.class);
        assertThat(provider().capture(key("capture", 1), ref, eur(1000))).isInstanceOf(Answer.Declined.class);
        assertThat(taken(ref)).isZero();
    }

    @Test
    void declinesAPoorCardWithTheProvidersCode() {
        assertThat(provider().authorise(key("authorise", 1), card(Behaviour.POOR), eur(1000)))
                .isEqualTo(new Answer.Declined("insufficient_funds"));
        assertThat(provider().authorise(key("authorise", 1), card(Behaviour.POOR), eur(1000)))
                .isEqualTo(new Answer.Declined("insufficient_funds"));
    }

    @Test
    void doesNotKnowWhatBecameOfACallWhoseAnswerWasLostAndLearnsItByAskingAgain() {
        var card = card(Behaviour.LOSES_FIRST_ANSWER);
        assertThat(provider().authorise(key("authorise", 1), card, eur(1000))).isInstanceOf(Answer.Unknown.class);
        var again = provider().authorise(key("authorise", 1), card, eur(1000));
        assertThat(again).isInstanceOf(Answer.Approved.class);
        assertThat(provider().status(key("authorise", 1))).isEqualTo(again);
    }

    @Test
    void waitsForTheRidersConfirmation() {
        var card = card(Behaviour.CONFIRMS);
        var needed = provider().authorise(key("authorise", 1), card, eur(1000));
        assertThat(needed).isInstanceOf(Answer.ConfirmationNeeded.class);
        assertThat(provider().authorise(key("authorise", 1), card, eur(1000))).isEqualTo(needed);
        var ref = ((Answer.ConfirmationNeeded) needed).providerRef();
        confirm(ref);
        assertThat(provider().authorise(key("authorise", 1), card, eur(1000))).isEqualTo(new Answer.Approved(ref));
    }

    @Test
    void chargesACardAtOnceButNotWithoutTheConfirmationItNeeds() {
        var charged = provider().charge(key("tip", 1), card(Behaviour.GOOD), eur(200));
        assertThat(charged).isInstanceOf(Answer.Approved.class);
        assertThat(taken(((Answer.Approved) charged).providerRef())).isEqualTo(200);
        assertThat(provider().charge(key("tip", 2), card(Behaviour.CONFIRMS), eur(200)))
                .isEqualTo(new Answer.Declined("authentication_required"));
    }

    @Test
    void tellsWhichCallAReservationCameFrom() {
        var ref = reserve(1000);
        assertThat(provider().callOf(ref)).contains(key("authorise", 1));
        assertThat(provider().callOf("somebody-elses")).isEmpty();
    }

    @Test
    void hasNeverHeardOfAKeyThatWasNotUsed() {
        assertThat(provider().status(key("authorise", 7))).isInstanceOf(Answer.Unknown.class);
    }

    private String reserve(long cents) {
        var answer = provider().authorise(key("authorise", 1), card(Behaviour.GOOD), eur(cents));
        assertThat(answer).isInstanceOf(Answer.Approved.class);
        return ((Answer.Approved) answer).providerRef();
    }

    protected CallId key(String purpose, int number) {
        return CallId.of(payment, purpose, number);
    }

    protected static Money eur(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }
}
