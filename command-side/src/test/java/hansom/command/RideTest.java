package hansom.command;

import static hansom.command.fare.QuoteStory.HOME;
import static hansom.command.fare.QuoteStory.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hansom.command.fare.QuoteStory;
import hansom.command.refusal.RefusedException;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Quotes;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import hansom.contract.geo.Tracking;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.order.OrderCommand.CompleteOrder;
import hansom.contract.order.OrderCommand.EndTrip;
import hansom.contract.order.OrderCommand.PlaceOrder;
import hansom.contract.order.OrderCommand.StartTrip;
import hansom.contract.order.OrderEvent.BoardingCodeMissed;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.ShiftCommand.EndShift;
import hansom.contract.shift.ShiftCommand.OpenShift;
import hansom.contract.shift.ShiftCommand.PauseShift;
import hansom.contract.shift.ShiftCommand.ResumeShift;
import hansom.contract.shift.ShiftId;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole command side on real engines: a ride from its quote to its fare, before and after a restart. */
class RideTest {
    private static final PaymentMethod CASH = new PaymentMethod.Cash();
    private static final RiderId ANNA = QuoteStory.ANNA;

    private final PostgresAddress address = TestPostgres.freshAddress();

    @TempDir
    Path folder;

    /** A town with one road. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Town {
        @Bean
        Roads roads() {
            return new Roads();
        }
    }

    /** Answers for the map. */
    static class Roads {
        @QueryHandler
        Routes plan(PlanRoutes asked) {
            Route route = QuoteStory.quote().route();
            return new Routes(
                    asked.vehicles().stream().collect(Collectors.toMap(vehicle -> vehicle, _ -> route)), Map.of());
        }
    }

    @Test
    void endsWithTheFareThatWasQuotedAlsoAfterARestart() {
        Quote quote;
        try (var node = start("command,geo")) {
            quote = quoted(node);
            assertThat(send(node, new PlaceOrder(quote.orderId(), ANNA, quote, CASH, null)))
                    .isEqualTo(1);
            assertThat(send(node, new PlaceOrder(quote.orderId(), ANNA, quote, CASH, null)))
                    .as("told twice")
                    .isEqualTo(1);
            assertThat(send(node, new AssignDriver(quote.orderId(), Assigned.by(1, quote))))
                    .isEqualTo(2);
        }
        try (var again = start("command,geo")) {
            DriverId ben = Assigned.by(1, quote).driverId();
            String code =
                    events(again, quote.orderId(), OrderPlaced.class).getFirst().boardingCode();
            send(again, new StartTrip(quote.orderId(), ben, code, null));
            send(again, new EndTrip(quote.orderId(), ben, null));
            var driven = new Tracking(
                    Distance.ofMetres(10_100),
                    Distance.NONE,
                    Duration.ofMinutes(20),
                    9,
                    Tracking.Basis.MATCHED,
                    "f",
                    "h");
            send(again, new CompleteOrder(quote.orderId(), driven));
            assertThat(events(again, quote.orderId(), OrderCompleted.class))
                    .singleElement()
                    .satisfies(done -> assertThat(done.fare()).isEqualTo(quote.fare()));
            assertThatThrownBy(() -> send(again, new AssignDriver(quote.orderId(), Assigned.by(2, quote))))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.ORDER_FINISHED));
        }
    }

    @Test
    void countsEachWrongBoardingCodeThoughItIsRefused() {
        Quote quote;
        try (var node = start("command,geo")) {
            quote = quoted(node);
            send(node, new PlaceOrder(quote.orderId(), ANNA, quote, CASH, null));
            send(node, new AssignDriver(quote.orderId(), Assigned.by(1, quote)));
            for (int told = 1; told <= 5; told++)
                assertThat(refusedCode(node, quote, wrong(node, quote))).isEqualTo(RefusalCode.BOARDING_CODE_WRONG);
            assertThat(events(node, quote.orderId(), BoardingCodeMissed.class))
                    .extracting(BoardingCodeMissed::count)
                    .containsExactly(1, 2, 3, 4, 5);
        }
        try (var again = start("command,geo")) {
            assertThat(refusedCode(again, quote, right(again, quote))).isEqualTo(RefusalCode.BOARDING_CODE_PAUSED);
        }
    }

    private static String right(ConfigurableApplicationContext node, Quote quote) {
        return events(node, quote.orderId(), OrderPlaced.class).getFirst().boardingCode();
    }

    private static String wrong(ConfigurableApplicationContext node, Quote quote) {
        return right(node, quote).equals("0000") ? "0001" : "0000";
    }

    private static RefusalCode refusedCode(ConfigurableApplicationContext node, Quote quote, String code) {
        DriverId ben = Assigned.by(1, quote).driverId();
        return assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> send(node, new StartTrip(quote.orderId(), ben, code, null)))
                .actual()
                .code();
    }

    @Test
    void takesOneOfManyDriversWhoComeAtOnce() {
        try (var node = start("command,geo")) {
            Quote quote = quoted(node);
            send(node, new PlaceOrder(quote.orderId(), ANNA, quote, CASH, null));
            CommandGateway commands = node.getBean(CommandGateway.class);
            List<CompletableFuture<Object>> answers = new ArrayList<>();
            for (int driver = 1; driver <= 20; driver++)
                answers.add(commands.send(new AssignDriver(quote.orderId(), Assigned.by(driver, quote))));
            long taken = answers.stream()
                    .filter(answer ->
                            answer.handle((version, refused) -> refused == null).join())
                    .count();
            assertThat(taken).isEqualTo(1);
            assertThat(events(node, quote.orderId(), DriverAssigned.class)).hasSize(1);
        }
    }

    @Test
    void remembersALongShiftByASnapshot() {
        DriverOnShift ben = Assigned.by(1, QuoteStory.quote()).driver();
        ShiftId shift = ShiftId.of(ben.driverId());
        try (var node = start("command,geo")) {
            assertThat(send(node, new EndShift(shift)))
                    .as("nothing has happened yet")
                    .isEqualTo(-1);
            send(node, new OpenShift(shift, ben, Region.LOCAL));
            for (int turn = 0; turn < 10; turn++) {
                send(node, new PauseShift(shift));
                send(node, new ResumeShift(shift));
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(snapshots(node, shift)).isPositive());
            forgetTheBeginning(node, shift);
        }
        try (var again = start("command,geo")) {
            assertThat(send(again, new PauseShift(shift))).isEqualTo(21);
            assertThat(send(again, new PauseShift(shift))).isEqualTo(21);
        }
    }

    @Test
    void isNotThereOnANodeOfOtherRoles() {
        try (var node = start("geo")) {
            assertThat(node.getBeansOfType(CommandConfiguration.class)).isEmpty();
            assertThat(node.containsBean("fareQueries")).isFalse();
        }
    }

    private static Quote quoted(ConfigurableApplicationContext node) {
        var order = new OrderId(Uuid7.mint("ord", Region.LOCAL, Instant.now()));
        var ask = new QuoteRide(
                order,
                ANNA,
                RiderClass.REGULAR,
                List.of(new Waypoint(HOME, null), new Waypoint(STATION, null)),
                Set.of(),
                Set.of(ProductClass.ECONOMY),
                null,
                "en");
        return node.getBean(QueryGateway.class)
                .query(ask, Quotes.class)
                .join()
                .quotes()
                .getFirst();
    }

    private static long send(ConfigurableApplicationContext node, Object command) {
        return node.getBean(CommandGateway.class).<Long>sendAndWait(command);
    }

    private static <E> List<E> events(ConfigurableApplicationContext node, OrderId order, Class<E> type) {
        return node.getBean(EventStore.class)
                .readEvents(order.value())
                .asStream()
                .map(event -> (Object) event.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static long snapshots(ConfigurableApplicationContext node, ShiftId shift) {
        return node.getBean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM snapshot_event WHERE aggregate_id = ?")
                .param(shift.value())
                .query(Long.class)
                .single();
    }

    /** What a snapshot stands for is not read again: without it the shift would now be one that was never opened. */
    private static void forgetTheBeginning(ConfigurableApplicationContext node, ShiftId shift) {
        node.getBean(JdbcClient.class)
                .sql("DELETE FROM domain_event WHERE aggregate_id = ? AND sequence_number < 4")
                .param(shift.value())
                .update();
    }

    private ConfigurableApplicationContext start(String roles) {
        String place = address.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("\\?.*", "");
        return new SpringApplicationBuilder(EnginesConfiguration.class, CommandConfiguration.class, Town.class)
                .web(WebApplicationType.NONE)
                .profiles("sandbox")
                .properties(
                        "hansom.data=" + folder,
                        "hansom.roles=" + roles,
                        "hansom.engines.snapshot-every=5",
                        "hansom.postgres=postgres://%s:%s@%s".formatted(address.user(), address.password(), place),
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
    }
}
