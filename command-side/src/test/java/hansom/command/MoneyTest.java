package hansom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import hansom.contract.driver.DriverId;
import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentCommand.*;
import hansom.contract.payment.PaymentEvent.*;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.ProviderCommand.ConfirmAtSandbox;
import hansom.contract.payment.PurseCommand.OpenWallet;
import hansom.contract.payment.PurseCommand.TopUpPurse;
import hansom.contract.payment.PurseEvent.PurseTaken;
import hansom.contract.payment.PurseEvent.PurseToppedUp;
import hansom.contract.payment.PurseId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutId;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderId;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Money on its whole way through a node's engines: asked for, noted, called for, reported, in each way a ride may be paid. */
class MoneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String UUID = "019a0000-0000-7000-8000-000000000000";
    private static final RiderId ANNA = new RiderId("rid_" + UUID);
    private static final Payee BEN = new Payee.OfDriver(new DriverId("drv_" + UUID));
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext node;

    private final PaymentId payment =
            PaymentId.of(new OrderId("ord_019a0000-0000-7000-8000-%012d".formatted(NUMBER.incrementAndGet())));

    /** The rooms of money, on all engines. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"hansom.command.payment", "hansom.command.payout", "hansom.command.gateway"})
    static class Rooms {}

    @BeforeAll
    static void start() {
        node = start("sandbox");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void reservesTakesRefundsAndTipsByCard() {
        reserve(card("tok_visa"), 1000);
        awaits(PaymentAuthorised.class);
        send(new CapturePayment(payment, eur(800)));
        assertThat(awaits(PaymentCaptured.class).amount()).isEqualTo(eur(800));
        assertThat(awaits(PaymentVoided.class).amount()).isEqualTo(eur(200));
        send(new TipDriver(payment, ANNA, eur(150)));
        send(new RefundPayment(payment, "r1", eur(300), "late", "op"));
        assertThat(awaits(TipPaid.class).amount()).isEqualTo(eur(150));
        assertThat(awaits(PaymentRefunded.class).amount()).isEqualTo(eur(300));
    }

    @Test
    void asksNobodyAboutCash() {
        reserve(new PaymentMethod.Cash(), 1000);
        send(new CapturePayment(payment, eur(1000)));
        assertThat(of(payment.value(), PaymentCaptured.class)).hasSize(1);
        reserve(card("tok_visa"), PaymentId.of(new OrderId("ord_" + UUID)), 1000);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(of("pay_" + UUID, PaymentAuthorised.class))
                        .as("an event after the cash was seen")
                        .hasSize(1));
        assertThat(parked()).isZero();
    }

    @Test
    void takesOnceWhatAProviderDidAndDidNotTell() {
        reserve(card("tok_timeout"), 1000);
        awaits(PaymentAuthorised.class);
        send(new CapturePayment(payment, eur(1000)));
        awaits(PaymentCaptured.class);
        assertThat(of(payment.value(), PaymentCaptured.class)).hasSize(1);
    }

    @Test
    void learnsOfADeclineAtOnceAndLate() {
        reserve(card("tok_declined"), 1000);
        assertThat(awaits(AuthorisationDeclined.class).why()).isEqualTo("insufficient_funds");
        reserve(card("tok_late_decline"), 1000);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(of(payment.value(), AuthorisationDeclined.class))
                        .extracting(AuthorisationDeclined::why)
                        .containsExactly("insufficient_funds", "card_declined"));
    }

    @Test
    void waitsForTheRidersWordAtHisBank() {
        reserve(card("tok_3ds"), 1000);
        var needed = awaits(ConfirmationNeeded.class);
        send(new ConfirmAtSandbox(needed.providerRef(), true));
        assertThat(awaits(PaymentAuthorised.class).providerRef()).isEqualTo(needed.providerRef());
        assertThat(of(payment.value(), ConfirmationNeeded.class)).hasSize(1);
        send(new VoidPayment(payment));
        awaits(PaymentVoided.class);
    }

    @Test
    void losesAChargebackOnceThoughItIsToldTwice() {
        reserve(card("tok_chargeback"), 1000);
        awaits(PaymentAuthorised.class);
        send(new CapturePayment(payment, eur(1000)));
        awaits(PaymentChargedBack.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owed("provider-notice")).isZero());
        assertThat(of(payment.value(), PaymentChargedBack.class)).hasSize(1);
    }

    @Test
    void tellsThatAReservationCannotBeTaken() {
        reserve(card("tok_capture_fails"), 1000);
        awaits(PaymentAuthorised.class);
        send(new CapturePayment(payment, eur(1000)));
        assertThat(awaits(PaymentCallFailed.class).why()).isEqualTo("authorisation_expired");
    }

    @Test
    void paysFromAWalletThatACardHasFilled() {
        var wallet = PurseId.walletOf(ANNA);
        send(new OpenWallet(wallet, ANNA, Currency.getInstance("EUR")));
        reserve(new PaymentMethod.FromPurse(wallet, false), 1000);
        assertThat(awaits(AuthorisationDeclined.class).why()).isEqualTo("funds_insufficient");
        send(new TopUpPurse(wallet, ANNA, "k1", card("tok_visa"), eur(1500)));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(of(wallet.value(), PurseToppedUp.class)).hasSize(1));
        reserve(new PaymentMethod.FromPurse(wallet, false), 1000);
        awaits(PaymentAuthorised.class);
        send(new CapturePayment(payment, eur(900)));
        awaits(PaymentCaptured.class);
        assertThat(of(wallet.value(), PurseTaken.class))
                .extracting(PurseTaken::amount)
                .containsExactly(eur(900));
        send(new TipDriver(payment, ANNA, eur(100)));
        awaits(TipPaid.class);
    }

    @Test
    void paysOutOnceAndTakesBackWhatTheBankReturns() {
        var paid = PayoutId.of(BEN, DAY, Currency.getInstance("EUR"));
        var returned = PayoutId.of(BEN, DAY.plusDays(1), Currency.getInstance("EUR"));
        send(new RequestPayout(paid, BEN, DAY, eur(4200), "bank_timeout", 7));
        send(new RequestPayout(returned, BEN, DAY.plusDays(1), eur(4200), "bank_returns", 8));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(of(paid.value(), PayoutPaid.class)).hasSize(1);
            assertThat(of(returned.value(), PayoutReturned.class)).hasSize(1);
        });
    }

    @Test
    void refusesToPlayTheProviderWhereRealMoneyMoves() {
        assertThat(catchThrowable(() -> start("production"))).hasStackTraceContaining("is played: set hansom.engines.");
    }

    private static ConfigurableApplicationContext start(String profile) {
        PostgresAddress address = TestPostgres.freshAddress();
        return new SpringApplicationBuilder(EnginesConfiguration.class, Rooms.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .properties(
                        "hansom.data=" + folder.resolve(profile),
                        "hansom.postgres=postgres://%s:%s@%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.url()
                                                .replaceFirst("jdbc:postgresql://", "")
                                                .replaceFirst("\\?.*", "")),
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
    }

    private void reserve(PaymentMethod method, long cents) {
        reserve(method, payment, cents);
    }

    private static void reserve(PaymentMethod method, PaymentId payment, long cents) {
        send(new RequestAuthorisation(payment, ANNA, method, eur(cents)));
    }

    private <T> T awaits(Class<T> event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(of(payment.value(), event)).isNotEmpty());
        return of(payment.value(), event).getFirst();
    }

    private static void send(Object command) {
        node.getBean(CommandGateway.class).sendAndWait(command);
    }

    private static <T> List<T> of(String aggregate, Class<T> event) {
        return node.getBean(EventStore.class)
                .readEvents(aggregate)
                .asStream()
                .map(message -> message.getPayload())
                .filter(event::isInstance)
                .map(event::cast)
                .toList();
    }

    private static long parked() {
        return node.getBean(hansom.engines.axon.ParkedEvents.class).count()
                + node.getBean(hansom.engines.work.WorkTable.class).parked().size();
    }

    private static long owed(String kind) {
        return node.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT count(*) FROM work WHERE kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static PaymentMethod.Card card(String token) {
        return new PaymentMethod.Card(new CardId("crd_" + UUID), token, "visa", "4242");
    }

    private static Money eur(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }
}
