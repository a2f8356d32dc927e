package hansom.query.payment;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.*;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentQuery.FindPurse;
import hansom.contract.payment.PaymentQuery.ListPayments;
import hansom.contract.payment.PaymentQuery.ListPurses;
import hansom.contract.payment.PaymentView;
import hansom.contract.payment.PaymentView.Status;
import hansom.contract.payment.PurseEvent.*;
import hansom.contract.payment.PurseId;
import hansom.contract.payment.PurseView;
import hansom.contract.rider.RiderId;
import hansom.query.feed.FeedsUnderTest;
import hansom.query.testing.ViewsUnderTest;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentProjectionTest {
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final PurseId PURSE = new PurseId("prs_019a0000-0000-7000-8000-000000000900");
    private static final RiderId DORA = new RiderId("rid_019a0000-0000-7000-8000-0000000000d0");

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final FeedsUnderTest feeds = new FeedsUnderTest(under.views());
    private final PaymentProjection payments = new PaymentProjection(under.views(), feeds.feeds());
    private final PurseProjection purses = new PurseProjection(under.views());

    @Test
    void tellsARidePaidByCardGivenBackInPartAndTipped() {
        List<PaymentEvent> history = List.of(
                requested(2_640),
                new PaymentAuthorised(PAYMENT, ANNA, call("authorise", 1), VISA, "ref-1", eur(2_640), eur(2_640), NOON),
                new CaptureRequested(PAYMENT, ANNA, call("capture", 1), VISA, "ref-1", eur(2_200), NOON),
                new PaymentCaptured(PAYMENT, ANNA, call("capture", 1), VISA, eur(2_200), NOON),
                new PaymentVoided(PAYMENT, ANNA, call("void", 1), VISA, eur(440), NOON),
                new TipPaid(PAYMENT, ANNA, call("tip", 1), VISA, eur(300), NOON),
                new PaymentRefunded(PAYMENT, ANNA, call("refund", 1), VISA, eur(100), minute(60)));
        under.tell(payments, PAYMENT.value(), history);
        PaymentView once = found();
        under.tell(payments, PAYMENT.value(), history);
        assertThat(found()).isEqualTo(once).satisfies(payment -> {
            assertThat(payment.status()).isEqualTo(Status.REFUNDED);
            assertThat(payment.authorised()).isEqualTo(eur(2_200));
            assertThat(payment.captured()).isEqualTo(eur(2_200));
            assertThat(payment.tipped()).isEqualTo(eur(300));
            assertThat(payment.refunded()).isEqualTo(eur(100));
            assertThat(payment.changedAt()).isEqualTo(minute(60));
        });
        assertThat(feeds.told(ANNA.value())).isEqualTo(7);
        assertThat(payments.handle(new ListPayments(null, 10)).payments()).containsExactly(once);
    }

    @Test
    void forgetsWhyItWasDeclinedWhenAnotherWayIsTried() {
        under.tell(
                payments,
                PAYMENT.value(),
                0,
                requested(2_640),
                new AuthorisationDeclined(
                        PAYMENT, ANNA, call("authorise", 1), VISA, eur(2_640), "insufficient_funds", NOON));
        assertThat(found().why()).isEqualTo("insufficient_funds");
        under.tell(payments, PAYMENT.value(), 2, requested(2_640));
        assertThat(found()).satisfies(payment -> {
            assertThat(payment.status()).isEqualTo(Status.PENDING);
            assertThat(payment.why()).isNull();
        });
    }

    @Test
    void keepsWhatIsInAPurseAndWhatOfItMayBeSpent() {
        Currency eur = eur(0).currency();
        under.tell(
                purses,
                PURSE.value(),
                0,
                new PurseOpened(PURSE, "Acme", eur, eur(1_000), Set.of(ANNA), NOON),
                new PurseToppedUp(PURSE, call("topup", 1), eur(5_000), NOON),
                new PurseReserved(PURSE, ANNA, call("authorise", 1), eur(2_640), NOON));
        assertPurse(5_000, 2_640, 3_360);
        under.tell(
                purses,
                PURSE.value(),
                3,
                new PurseTaken(PURSE, call("authorise", 1), call("capture", 1), eur(2_200), NOON),
                new PurseReleased(PURSE, call("authorise", 1), eur(440), NOON),
                new PurseReturned(PURSE, call("refund", 1), eur(100), NOON));
        assertPurse(2_900, 0, 3_900);
    }

    @Test
    void isListedForItsMembersOnly() {
        Currency eur = eur(0).currency();
        under.tell(purses, PURSE.value(), 0, new PurseOpened(PURSE, "Acme", eur, eur(0), Set.of(ANNA, DORA), NOON));
        assertThat(purses.handle(new ListPurses(DORA)).purses()).hasSize(1);
        under.tell(purses, PURSE.value(), 1, new MembersChanged(PURSE, Set.of(ANNA), "opr"));
        assertThat(purses.handle(new ListPurses(DORA)).purses()).isEmpty();
        assertThat(purses.handle(new ListPurses(ANNA)).purses()).hasSize(1);
    }

    private void assertPurse(long balance, long reserved, long free) {
        PurseView purse = purses.handle(new FindPurse(PURSE)).orElseThrow();
        assertThat(List.of(purse.balance(), purse.reserved(), purse.free()))
                .isEqualTo(List.<Money>of(eur(balance), eur(reserved), eur(free)));
    }

    private PaymentView found() {
        return payments.handle(new FindPayment(PAYMENT)).orElseThrow();
    }

    private static AuthorisationRequested requested(long cents) {
        return new AuthorisationRequested(PAYMENT, ANNA, call("authorise", 1), VISA, eur(cents), NOON);
    }

    private static CallId call(String what, int attempt) {
        return CallId.of(PAYMENT, what, attempt);
    }
}
