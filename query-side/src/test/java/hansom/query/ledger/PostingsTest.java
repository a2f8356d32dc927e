package hansom.query.ledger;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.Fleet;
import hansom.contract.driver.FleetId;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.Account.Kind;
import hansom.contract.ledger.Posting;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseEvent.PurseTaken;
import hansom.contract.payment.PurseId;
import hansom.contract.payout.Payee;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final Account RIDER = new Account(Kind.RIDER_RECEIVABLE, ANNA.value());
    private static final Account DRIVER = new Account(Kind.DRIVER_PAYABLE, BEN.value());
    private static final Account COMMISSION = Account.of(Kind.COMMISSION);
    private static final Account PROVIDER = Account.of(Kind.PROVIDER);
    private static final FleetId FLEET = new FleetId("flt_019a0000-0000-7000-8000-00000000f000");

    @Property(tries = 2_000)
    void sumsToZeroInEachCurrencyForEveryEvent(@ForAll("events") Object event) {
        assertThat(sums(Postings.of(event)).values()).allMatch(sum -> sum == 0);
        if (event instanceof TipPaid tip)
            assertThat(sums(Postings.ofTip(tip, BEN.value())).values()).allMatch(sum -> sum == 0);
    }

    @Property(tries = 2_000)
    void postsTheSameForTheSameEventAndNeverNothingToAnAccount(@ForAll("events") Object event) {
        assertThat(Postings.of(event))
                .isEqualTo(Postings.of(event))
                .noneMatch(posting -> posting.amount().isZero());
    }

    @Provide
    net.jqwik.api.Arbitrary<Object> events() {
        return MoneyEvents.any();
    }

    @Test
    void sharesACardRideBetweenDriverAndPlatform() {
        assertThat(balances(Postings.of(completed(ORDER, VISA, 2_200, null))))
                .isEqualTo(Map.of(RIDER, 2_200L, COMMISSION, -440L, DRIVER, -1_760L));
    }

    @Test
    void givesAFleetItsShareOfWhatTheCommissionLeaves() {
        assertThat(balances(Postings.of(completed(ORDER, VISA, 2_200, new Fleet(FLEET, 250)))))
                .isEqualTo(Map.of(
                        RIDER,
                        2_200L,
                        COMMISSION,
                        -440L,
                        new Account(Kind.FLEET_PAYABLE, FLEET.value()),
                        -440L,
                        DRIVER,
                        -1_320L));
    }

    @Test
    void hasADriverOweTheCommissionOfACashRide() {
        assertThat(balances(Postings.of(completed(ORDER, CASH, 2_200, null))))
                .isEqualTo(Map.of(RIDER, 0L, COMMISSION, -440L, DRIVER, 440L));
    }

    @Test
    void settlesWhatARiderOwesByCard() {
        assertThat(balances(Postings.of(captured(VISA)))).isEqualTo(Map.of(PROVIDER, 2_200L, RIDER, -2_200L));
    }

    @Test
    void takesFromAPurseOnceThoughTheCallAndThePurseBothTellOfIt() {
        PurseId purse = PurseId.walletOf(ANNA);
        assertThat(balances(Postings.of(captured(new PaymentMethod.FromPurse(purse, false)))))
                .isEqualTo(Map.of(new Account(Kind.PURSE, purse.value()), 2_200L, RIDER, -2_200L));
        var call = MoneyEvents.call("capture", 1);
        assertThat(Postings.of(new PurseTaken(purse, call, call, eur(2_200), NOON)))
                .isEmpty();
    }

    @Test
    void takesNoCashThatTheDriverHasAlready() {
        assertThat(Postings.of(captured(CASH))).isEmpty();
    }

    @Test
    void givesADriverTheWholeTip() {
        var tip = new TipPaid(PAYMENT, ANNA, MoneyEvents.call("tip", 1), VISA, eur(300), NOON);
        assertThat(balances(Postings.ofTip(tip, BEN.value()))).isEqualTo(Map.of(PROVIDER, 300L, DRIVER, -300L));
    }

    @Test
    void paysADriverForAnOrderThatWasCancelledTooLateAndNobodyForOneThatCostsNothing() {
        var late = new OrderCancelled(
                ORDER,
                ANNA,
                CancelReason.RIDER_CHANGED_MIND,
                by(BEN, ORDER, 1),
                VISA,
                fare(400),
                eur(80),
                null,
                minute(4));
        assertThat(balances(Postings.of(late))).isEqualTo(Map.of(RIDER, 400L, COMMISSION, -80L, DRIVER, -320L));
        var soon = new OrderCancelled(
                ORDER, ANNA, CancelReason.RIDER_CHANGED_MIND, null, VISA, fare(0), eur(0), null, minute(1));
        assertThat(Postings.of(soon)).isEmpty();
    }

    @Test
    void bringsAReturnedPayoutBackToTheBalance() {
        Payee ben = new Payee.OfDriver(BEN);
        List<Posting> all = new java.util.ArrayList<>(Postings.of(MoneyEvents.requested(ben, 500)));
        all.addAll(Postings.of(MoneyEvents.returned(ben, 500)));
        assertThat(balances(all).values()).containsOnly(0L);
    }

    private static PaymentCaptured captured(PaymentMethod method) {
        return new PaymentCaptured(PAYMENT, ANNA, MoneyEvents.call("capture", 1), method, eur(2_200), minute(28));
    }

    private static Map<Account, Long> balances(List<Posting> postings) {
        return postings.stream()
                .collect(Collectors.groupingBy(
                        Posting::account,
                        Collectors.summingLong(posting -> posting.amount().amountMinor())));
    }

    private static Map<java.util.Currency, Long> sums(List<Posting> postings) {
        return postings.stream()
                .collect(Collectors.groupingBy(
                        posting -> posting.amount().currency(),
                        Collectors.summingLong(posting -> posting.amount().amountMinor())));
    }
}
