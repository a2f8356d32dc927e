package hansom.query.payout;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.payment.CallId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutEvent;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutId;
import hansom.contract.payout.PayoutQuery.FindPayout;
import hansom.contract.payout.PayoutQuery.ListPayoutsOf;
import hansom.contract.payout.PayoutView;
import hansom.query.feed.FeedsUnderTest;
import hansom.query.testing.ViewsUnderTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutProjectionTest {
    private static final Payee PAID_BEN = new Payee.OfDriver(BEN);

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final FeedsUnderTest feeds = new FeedsUnderTest(under.views());
    private final PayoutProjection payouts = new PayoutProjection(under.views(), feeds.feeds());

    @Test
    void isRequestedThenPaidOrReturnedAndToldToItsPayee() {
        tell(24, new PayoutPaid(id(24), PAID_BEN, eur(500), "bank-1", minute(1)));
        tell(25, new PayoutReturned(id(25), PAID_BEN, eur(500), "account_closed", minute(2)));
        assertThat(found(24)).satisfies(payout -> {
            assertThat(payout.status()).isEqualTo(PayoutView.Status.PAID);
            assertThat(payout.bankRef()).isEqualTo("bank-1");
        });
        assertThat(found(25)).satisfies(payout -> {
            assertThat(payout.status()).isEqualTo(PayoutView.Status.RETURNED);
            assertThat(payout.why()).isEqualTo("account_closed");
        });
        assertThat(feeds.told(BEN.value())).isEqualTo(4);
    }

    @Test
    void isListedForItsPayeeNewestFirst() {
        for (int day = 20; day <= 22; day++)
            tell(day, new PayoutPaid(id(day), PAID_BEN, eur(500), "bank-" + day, minute(day)));
        var first = payouts.handle(new ListPayoutsOf(BEN.value(), null, 2));
        var last = payouts.handle(new ListPayoutsOf(BEN.value(), first.next(), 2));
        assertThat(first.payouts()).extracting(PayoutView::payoutId).containsExactly(id(22), id(21));
        assertThat(last.payouts()).extracting(PayoutView::payoutId).containsExactly(id(20));
        assertThat(payouts.handle(new ListPayoutsOf(CARL.value(), null, 2)).payouts())
                .isEmpty();
    }

    private void tell(int day, PayoutEvent outcome) {
        PayoutRequested asked = new PayoutRequested(
                id(day),
                PAID_BEN,
                LocalDate.of(2026, 11, day),
                CallId.of(id(day), "pay", 1),
                eur(500),
                "bank_ben",
                10,
                minute(day));
        under.tell(payouts, id(day).value(), List.of(asked, outcome));
    }

    private PayoutView found(int day) {
        return payouts.handle(new FindPayout(id(day))).orElseThrow();
    }

    private static PayoutId id(int day) {
        return PayoutId.of(PAID_BEN, LocalDate.of(2026, 11, day), eur(0).currency());
    }
}
