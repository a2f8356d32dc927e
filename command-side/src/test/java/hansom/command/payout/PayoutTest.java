package hansom.command.payout;

import hansom.contract.driver.DriverId;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.DayEvent.DayClosed;
import hansom.contract.payout.DayId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutCommand.RecordPayoutPaid;
import hansom.contract.payout.PayoutCommand.RecordPayoutReturned;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutId;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:10:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Payee BEN = new Payee.OfDriver(new DriverId("drv_019a0000-0000-7000-8000-000000000000"));
    private static final PayoutId PAYOUT = PayoutId.of(BEN, DAY, EUR);
    private static final CallId CALL = CallId.of(PAYOUT, "payout", 1);
    private static final PayoutRequested REQUESTED =
            new PayoutRequested(PAYOUT, BEN, DAY, CALL, eur(4200), "bank_ok", 77, NOW);
    private static final PayoutPaid PAID = new PayoutPaid(PAYOUT, BEN, eur(4200), "sent-1", NOW);
    private static final PayoutReturned RETURNED = new PayoutReturned(PAYOUT, BEN, eur(4200), "account_closed", NOW);

    private final AggregateTestFixture<Payout> payout = new AggregateTestFixture<>(Payout.class);
    private final AggregateTestFixture<BusinessDay> day = new AggregateTestFixture<>(BusinessDay.class);

    @BeforeEach
    void begin() {
        payout.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        day.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void isRequestedOnceADay() {
        payout.givenNoPriorActivity().when(request(4200)).expectEvents(REQUESTED);
        payout.given(REQUESTED).when(request(4200)).expectNoEvents();
        payout.given(REQUESTED, PAID).when(request(4200)).expectNoEvents();
    }

    @Test
    void isNeverPaidTwiceForADayWithAnotherAmount() {
        payout.given(REQUESTED)
                .when(request(4300))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(RefusalCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void refusesToSendNothing() {
        payout.givenNoPriorActivity().when(request(0)).expectExceptionDetails(new Refusal(RefusalCode.AMOUNT_INVALID));
    }

    @Test
    void isPaidOrReturnedByTheBankOnce() {
        var paid = new RecordPayoutPaid(PAYOUT, CALL, "sent-1");
        var returned = new RecordPayoutReturned(PAYOUT, CALL, "account_closed");
        payout.given(REQUESTED).when(paid).expectEvents(PAID);
        payout.given(REQUESTED, PAID).when(paid).expectNoEvents();
        payout.given(REQUESTED).when(returned).expectEvents(RETURNED);
        payout.given(REQUESTED, RETURNED).when(returned).expectNoEvents();
        payout.given(REQUESTED, PAID)
                .when(returned)
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(RefusalCode.PAYOUT_UNKNOWN));
    }

    @Test
    void ofADayGoesByWhatTheFirstClosingSaid() {
        var id = DayId.of(Region.LOCAL, DAY);
        var closed = new DayClosed(id, Region.LOCAL, DAY, 77, NOW);
        day.givenNoPriorActivity().when(new CloseDay(id, Region.LOCAL, DAY, 77)).expectEvents(closed);
        day.given(closed).when(new CloseDay(id, Region.LOCAL, DAY, 99)).expectNoEvents();
    }

    private static RequestPayout request(long cents) {
        return new RequestPayout(PAYOUT, BEN, DAY, eur(cents), "bank_ok", 77);
    }

    private static Money eur(long cents) {
        return new Money(cents, EUR);
    }
}
