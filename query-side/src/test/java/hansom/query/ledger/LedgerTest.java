package hansom.query.ledger;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.driver.DriverEvent.BankAccountNamed;
import hansom.contract.id.Region;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.Account.Kind;
import hansom.contract.ledger.LedgerProof;
import hansom.contract.ledger.LedgerQuery.FindBalance;
import hansom.contract.ledger.LedgerQuery.FindEarnings;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.ledger.LedgerQuery.FindPayable;
import hansom.contract.ledger.LedgerQuery.ListEntries;
import hansom.contract.ledger.LedgerQuery.ListEntriesAbout;
import hansom.contract.ledger.LedgerQuery.ListPayables;
import hansom.contract.ledger.LedgerQuery.ProveLedger;
import hansom.contract.ledger.Payables;
import hansom.contract.ledger.Payables.Payable;
import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentPage;
import hansom.contract.payment.PaymentQuery.ListPayments;
import hansom.contract.payout.Payee;
import hansom.contract.person.Sealed;
import hansom.query.testing.ViewsUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Account OF_BEN = new Account(Kind.DRIVER_PAYABLE, BEN.value());
    private static final Payee PAID_BEN = new Payee.OfDriver(BEN);

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final LedgerStore book = new LedgerStore(under.views());
    private final Statements statements = new Statements(under.views());
    private final LedgerProjection projection = new LedgerProjection(book);
    private final LedgerQueries queries = new LedgerQueries(book, statements, auditor());

    @Test
    void countsEachEventOnceHoweverOftenItComes() {
        EventMessage<?> ride = at(7, completed(ORDER, VISA, 2_200, null));
        under.batch(projection, ride);
        under.batch(projection, ride);
        assertThat(balance()).containsExactly(eur(-1_760));
        assertThat(queries.handle(new ListEntriesAbout(ORDER.value())).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.position()).isEqualTo(7);
                    assertThat(entry.cause()).isEqualTo("OrderCompleted");
                });
        assertThat(queries.handle(new FindLedgerHead())).isEqualTo(7);
    }

    @Test
    void creditsATipToWhoeverEarnedOnTheOrder() {
        assertThatThrownBy(() -> under.batch(projection, at(1, tip())))
                .hasRootCauseMessage("nobody earned on " + ORDER);
        under.batch(projection, at(1, completed(ORDER, VISA, 2_200, null)), at(2, tip()));
        assertThat(balance()).containsExactly(eur(-2_060));
    }

    @Test
    void namesEarningsWithoutPayoutsAndWithoutTheCashInTheDriversHand() {
        under.batch(
                projection,
                at(1, completed(order(1), VISA, 2_200, null)),
                at(2, completed(order(2), CASH, 1_000, null)),
                at(3, tip()),
                at(4, MoneyEvents.requested(PAID_BEN, 500)));
        var now = Clock.systemUTC().instant();
        var earnings = queries.handle(
                new FindEarnings(BEN.value(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))));
        assertThat(earnings.lines()).extracting(line -> line.amount()).containsExactly(eur(1_760), eur(800), eur(300));
        assertThat(earnings.totals()).containsExactly(eur(2_860));
        assertThat(queries.handle(new FindEarnings(
                                BEN.value(), now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1))))
                        .lines())
                .isEmpty();
    }

    @Test
    void owesWhatWasPostedUpToAPlaceAndNoMoreThanToday() {
        under.batch(
                projection,
                at(1, new BankAccountNamed(BEN, new Sealed(BEN.value(), "iban"), "bank_ben")),
                at(2, completed(order(1), VISA, 1_000, null)),
                at(5, completed(order(2), VISA, 1_000, null)));
        assertThat(payables(2)).containsExactly(new Payable(PAID_BEN, eur(800), "bank_ben"));
        assertThat(payables(9)).containsExactly(new Payable(PAID_BEN, eur(1_600), "bank_ben"));
        under.batch(projection, at(8, MoneyEvents.requested(PAID_BEN, 1_500)));
        assertThat(payables(5))
                .as("a day that is closed up to 5 must not send out again what went at 8")
                .containsExactly(new Payable(PAID_BEN, eur(100), "bank_ben"));
        assertThat(queries.handle(new FindPayable(BEN.value())).payables())
                .containsExactly(new Payable(PAID_BEN, eur(100), "bank_ben"));
        assertThat(queries.handle(new ListPayables(Region.MOSCOW, 9)).payables())
                .isEmpty();
    }

    @Test
    void owesNothingToADriverWhoOwesCommission() {
        under.batch(projection, at(1, completed(ORDER, CASH, 1_000, null)));
        assertThat(balance()).containsExactly(eur(200));
        assertThat(payables(1)).isEmpty();
        assertThat(queries.handle(new FindPayable(BEN.value()))).isEqualTo(new Payables(List.of()));
    }

    @Test
    void isPagedNewestFirst() {
        for (int number = 1; number <= 3; number++)
            under.batch(projection, at(number, completed(order(number), CASH, 1_000, null)));
        var first = queries.handle(new ListEntries(OF_BEN, null, 2));
        assertThat(first.entries()).extracting(entry -> entry.subject()).containsExactly(id(3), id(2));
        var last = queries.handle(new ListEntries(OF_BEN, first.next(), 2));
        assertThat(last.entries()).extracting(entry -> entry.subject()).containsExactly(id(1));
        assertThat(last.next()).isNull();
    }

    @Test
    void isProvenWhenAllIsWell() {
        ridePaidAndSentOut();
        LedgerProof proof = queries.handle(new ProveLedger());
        assertThat(proof.breaches()).isEmpty();
        assertThat(proof.entries()).isEqualTo(3);
        assertThat(proof.postings()).isEqualTo(7);
    }

    @Test
    void isNotProvenWhenABalanceWasChangedBehindItsBack() {
        ridePaidAndSentOut();
        under.views()
                .sql()
                .sql("UPDATE views_1.ledger_balances SET amount = amount + 1 WHERE kind = 'COMMISSION'")
                .update();
        assertThat(breaches()).containsExactly("balances_are_sums");
    }

    @Test
    void isNotProvenWhenMoreWasSentOutThanWasOwed() {
        under.batch(
                projection, at(1, completed(ORDER, VISA, 2_200, null)), at(2, MoneyEvents.requested(PAID_BEN, 1_761)));
        assertThat(breaches()).containsExactly("no_payout_above_balance");
    }

    @Test
    void isNotProvenWhenARiderPaidTwice() {
        under.batch(projection, at(1, completed(ORDER, VISA, 2_200, null)), at(2, captured(1)), at(3, captured(2)));
        assertThat(breaches()).containsExactly("conservation_of_rides");
    }

    @Test
    void isTheSameWhenReadAnew() {
        ridePaidAndSentOut();
        EventMessage<?> tip = at(4, tip());
        under.batch(projection, tip);
        var before = book.allBalances();
        under.rebuild(projection, "ledger", List.of(paidAndSentOut()), List.of(tip, tip), List.of(tip));
        assertThat(book.allBalances()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(breaches()).isEmpty();
    }

    private void ridePaidAndSentOut() {
        under.batch(projection, paidAndSentOut());
    }

    private static EventMessage<?>[] paidAndSentOut() {
        return new EventMessage<?>[] {
            at(1, completed(ORDER, VISA, 2_200, null)),
            at(2, captured(1)),
            at(3, MoneyEvents.requested(PAID_BEN, 1_760))
        };
    }

    private List<String> breaches() {
        return queries.handle(new ProveLedger()).breaches().stream()
                .map(LedgerProof.Breach::invariant)
                .toList();
    }

    private List<Money> balance() {
        return queries.handle(new FindBalance(OF_BEN)).amounts();
    }

    private List<Payable> payables(long upTo) {
        return queries.handle(new ListPayables(Region.LOCAL, upTo)).payables();
    }

    /** The book's own proof reads payments through the bus; here there are none. */
    private Auditor auditor() {
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        bus.subscribe(ListPayments.class.getName(), PaymentPage.class, query -> new PaymentPage(List.of(), null));
        return new Auditor(
                book,
                statements,
                DefaultQueryGateway.builder().queryBus(bus).build(),
                Clock.fixed(NOON, ZoneOffset.UTC),
                under.manager());
    }

    private static TipPaid tip() {
        return new TipPaid(PaymentId.of(ORDER), ANNA, MoneyEvents.call("tip", 1), VISA, eur(300), minute(30));
    }

    private static PaymentCaptured captured(int attempt) {
        return new PaymentCaptured(
                PaymentId.of(ORDER), ANNA, MoneyEvents.call("capture", attempt), VISA, eur(2_200), minute(28));
    }

    private static String id(int number) {
        OrderId order = order(number);
        return order.value();
    }

    private static EventMessage<?> at(long position, Object event) {
        return ViewsUnderTest.stored(position, "stream", position, event);
    }
}
