package hansom.saga.payout;

import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.CLEO;
import static hansom.saga.Rides.EUR;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.refusing;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.FleetId;
import hansom.contract.id.Region;
import hansom.contract.ledger.LedgerQuery.ListPayables;
import hansom.contract.ledger.Payables;
import hansom.contract.ledger.Payables.Payable;
import hansom.contract.money.Money;
import hansom.contract.payout.DayEvent.DayClosed;
import hansom.contract.payout.DayId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.payout.PayoutId;
import hansom.contract.refusal.RefusalCode;
import hansom.saga.Buses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutSagaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final DayClosed CLOSED = new DayClosed(DayId.of(Region.LOCAL, DAY), Region.LOCAL, DAY, 4711, NOW);
    private static final Payee TO_BEN = new Payee.OfDriver(BEN);
    private static final Payee TO_CLEO = new Payee.OfDriver(CLEO);
    private static final Payee TO_FLEET = new Payee.OfFleet(new FleetId("flt_01900000-0000-7000-8000-000000000700"));

    private final SagaTestFixture<PayoutSaga> saga = new SagaTestFixture<>(PayoutSaga.class);
    private final List<ListPayables> asked = new ArrayList<>();
    private List<Payable> payables = List.of();

    @BeforeEach
    void aBook() {
        saga.registerResource(new PayoutTerms(100));
        saga.registerResource(new Buses()
                .answering(ListPayables.class, Payables.class, question -> {
                    asked.add(question);
                    return new Payables(payables);
                })
                .queries());
    }

    @Test
    void sendsEachPayeeWhatTheBookOwes() {
        payables = List.of(new Payable(TO_BEN, euros(84), "bank-ben"), new Payable(TO_FLEET, euros(30), "bank-fleet"));
        saga.givenCurrentTime(NOW)
                .whenPublishingA(CLOSED)
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        new RequestPayout(PayoutId.of(TO_BEN, DAY, EUR), TO_BEN, DAY, euros(84), "bank-ben", 4711),
                        new RequestPayout(
                                PayoutId.of(TO_FLEET, DAY, EUR), TO_FLEET, DAY, euros(30), "bank-fleet", 4711));
        assertThat(asked).containsExactly(new ListPayables(Region.LOCAL, 4711));
    }

    @Test
    void letsTheBalanceWaitWhileNoBankAccountIsNamed() {
        payables = List.of(new Payable(TO_BEN, euros(84), null));
        saga.givenCurrentTime(NOW).whenPublishingA(CLOSED).expectActiveSagas(0).expectNoDispatchedCommands();
    }

    @Test
    void letsSmallBalancesWait() {
        payables = List.of(
                new Payable(TO_BEN, new Money(99, EUR), "bank-ben"), new Payable(TO_CLEO, euros(1), "bank-cleo"));
        saga.givenCurrentTime(NOW)
                .whenPublishingA(CLOSED)
                .expectDispatchedCommands(
                        new RequestPayout(PayoutId.of(TO_CLEO, DAY, EUR), TO_CLEO, DAY, euros(1), "bank-cleo", 4711));
    }

    @Test
    void paysTheOthersWhenOnePayoutIsRefused() {
        payables = List.of(new Payable(TO_BEN, euros(84), "bank-ben"), new Payable(TO_CLEO, euros(5), "bank-cleo"));
        saga.setCallbackBehavior((command, meta) -> {
            if (command instanceof RequestPayout request && request.payee().equals(TO_BEN))
                return refusing(RequestPayout.class, RefusalCode.BALANCE_TOO_SMALL)
                        .handle(command, meta);
            return 0L;
        });
        saga.givenCurrentTime(NOW)
                .whenPublishingA(CLOSED)
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        new RequestPayout(PayoutId.of(TO_BEN, DAY, EUR), TO_BEN, DAY, euros(84), "bank-ben", 4711),
                        new RequestPayout(PayoutId.of(TO_CLEO, DAY, EUR), TO_CLEO, DAY, euros(5), "bank-cleo", 4711));
    }

    @Test
    void asksForTheSamePayoutsWhenTheDayIsToldAgain() {
        payables = List.of(new Payable(TO_BEN, euros(84), "bank-ben"));
        saga.givenCurrentTime(NOW)
                .andThenAPublished(CLOSED)
                .whenPublishingA(CLOSED)
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        new RequestPayout(PayoutId.of(TO_BEN, DAY, EUR), TO_BEN, DAY, euros(84), "bank-ben", 4711));
    }
}
