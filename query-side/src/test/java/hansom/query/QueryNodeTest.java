package hansom.query;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import hansom.contract.ledger.LedgerProof;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.ledger.LedgerQuery.ProveLedger;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentId;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderEvent.RiderRegistered;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderQuery.FindRiderClass;
import hansom.contract.rider.RiderView;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import hansom.engines.testing.TestRedis;
import hansom.query.testing.ViewsUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The query side on whole engines: events go into the store, and answers come out over the bus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryNodeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);

    private final PostgresAddress address = TestPostgres.freshAddress();
    private ConfigurableApplicationContext node;
    private QueryGateway queries;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Boot {}

    @BeforeAll
    void start(@TempDir Path folder) {
        node = new SpringApplicationBuilder(EnginesConfiguration.class, QueryConfiguration.class, Boot.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "hansom.data=" + folder,
                        "hansom.postgres=postgres://%s:%s@%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.url()
                                                .replaceFirst("jdbc:postgresql://", "")
                                                .replaceFirst("\\?.*", "")),
                        "hansom.redis=" + TestRedis.uri(),
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
        queries = node.getBean(QueryGateway.class);
        store(ViewsUnderTest.message(ANNA.value(), 0, new RiderRegistered(ANNA, sealed(), "en", NOON)));
        List<?> ride = ride(ORDER);
        for (int seq = 0; seq < ride.size(); seq++) store(ViewsUnderTest.message(ORDER.value(), seq, ride.get(seq)));
        store(ViewsUnderTest.message(
                PAYMENT.value(),
                0,
                new AuthorisationRequested(
                        PAYMENT,
                        ANNA,
                        hansom.contract.payment.CallId.of(PAYMENT, "authorise", 1),
                        VISA,
                        eur(2_640),
                        NOON)));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void answersWithTheViewOfARideAndTellsItsPeople() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(found()).extracting(OrderView::status).isEqualTo(OrderStatus.COMPLETED));
        await().atMost(PATIENCE).untilAsserted(() -> {
            FeedPage page = queries.query(new ReadFeed(ANNA.value(), 0, 100), FeedPage.class)
                    .join();
            assertThat(page.items()).hasSize(8);
            assertThat(page.complete()).isTrue();
            assertThat(page.lastSeq()).isEqualTo(8);
        });
    }

    @Test
    void answersForARiderWhoWasNeverRated() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                queries.query(new FindRider(ANNA), ResponseTypes.optionalInstanceOf(RiderView.class))
                                        .join())
                        .hasValueSatisfying(rider -> assertThat(rider.rating()).isNull()));
        assertThat(queries.query(new FindRiderClass(ANNA), ResponseTypes.optionalInstanceOf(RiderClass.class))
                        .join())
                .contains(RiderClass.REGULAR);
        RiderId nobody = new RiderId("rid_019a0000-0000-7000-8000-00000000dead");
        assertThat(queries.query(new FindRiderClass(nobody), ResponseTypes.optionalInstanceOf(RiderClass.class))
                        .join())
                .isEmpty();
    }

    @Test
    void provesItsBookUpToWhereItIsComplete() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                queries.query(new FindLedgerHead(), Long.class).join())
                        .isPositive());
        LedgerProof proof = queries.query(new ProveLedger(), LedgerProof.class).join();
        assertThat(proof.entries()).isEqualTo(1);
        assertThat(proof.breaches()).isEmpty();
    }

    @Test
    void tellsAnOrdersStoryFromEventsAlone() {
        Story story = story(null);
        assertThat(story.order().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(story.lines())
                .extracting(Story.Line::type)
                .containsExactly(
                        "OrderPlaced",
                        "SearchStarted",
                        "DriverAssigned",
                        "DriverArrived",
                        "TripStarted",
                        "TripEnded",
                        "OrderCompleted",
                        "AuthorisationRequested");
        assertThat(story.lines()).extracting(Story.Line::position).isSorted().doesNotContain(-1L);
        assertThat(story.lines().getFirst().facts())
                .containsEntry("fare", "EUR 22.00")
                .containsEntry("method", "cash");
    }

    @Test
    void tellsTheStoryAsItWasAtAnyInstant() {
        Instant third = story(null).lines().get(2).at();
        Story then = story(third);
        assertThat(then.lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> !line.at().isAfter(third));
        assertThatThrownBy(() -> story(Instant.parse("2020-01-01T00:00:00Z")))
                .hasCauseInstanceOf(QueryExecutionException.class)
                .cause()
                .satisfies(refused -> assertThat(((QueryExecutionException) refused).<Refusal>getDetails())
                        .hasValueSatisfying(
                                refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.ORDER_UNKNOWN)));
    }

    private Story story(@org.jspecify.annotations.Nullable Instant at) {
        return queries.query(new TellStory(ORDER, at), Story.class).join();
    }

    private OrderView found() {
        return queries.query(new FindOrder(ORDER), ResponseTypes.optionalInstanceOf(OrderView.class))
                .join()
                .orElseThrow();
    }

    private void store(EventMessage<?> event) {
        node.getBean(TransactionManager.class)
                .executeInTransaction(() -> node.getBean(EventStore.class).publish(event));
    }

    private static hansom.contract.person.Sealed sealed() {
        return new hansom.contract.person.Sealed(ANNA.value(), "cipher");
    }
}
