package hansom.saga;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.assigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.order.OrderCommand.CompleteOrder;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.rating.RatingCommand.CloseRating;
import hansom.contract.rating.RatingCommand.OpenRating;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import hansom.engines.EnginesConfiguration;
import hansom.engines.axon.ParkedEvents;
import hansom.engines.clock.BusinessClock;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All sagas on real engines, stored and read again between any two steps, with a town around them that does what it is told. */
class SagaConfigurationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresAddress address = TestPostgres.freshAddress();

    @TempDir
    Path folder;

    @Test
    void takesARideFromItsOrderToItsPayoutAndLeavesNothingBehind() {
        try (var node = start("edge,command,sagas,query,geo")) {
            var town = node.getBean(Town.Desk.class);
            var clock = node.getBean(BusinessClock.class);
            var events = node.getBean(EventGateway.class);
            var now = clock.instant();
            events.publish(
                    new OrderPlaced(ORDER, ANNA, QUOTE, Rides.CARD, null, "1234", false, now),
                    new SearchStarted(ORDER, ANNA, QUOTE, Rides.CARD, 1, now));
            town.anOrderIsOpen();
            eventuallyTold(town, RequestAuthorisation.class, ShowOffer.class, AssignDriver.class);
        }
        try (var again = start("sagas")) {
            var town = again.getBean(Town.Desk.class);
            var clock = again.getBean(BusinessClock.class);
            var now = clock.instant();
            again.getBean(EventGateway.class)
                    .publish(new TripEnded(ORDER, ANNA, assigned(BEN, 1), QUOTE, now, now, Duration.ZERO));
            eventuallyTold(town, CompleteOrder.class, ReleaseShift.class, CapturePayment.class, OpenRating.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
            eventuallyTold(town, CloseRating.class, CloseDay.class, RequestPayout.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sagas(again)).isZero());
            assertThat(again.getBean(ParkedEvents.class).count()).isZero();
            var pool = again.getBean(HikariDataSource.class).getHikariPoolMXBean();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pool.getActiveConnections())
                            .as("connections in use by a node at rest")
                            .isLessThan(5));
        }
    }

    @Test
    void isNotThereOnANodeOfOtherRoles() {
        try (var node = start("query,geo")) {
            assertThat(node.getBeansOfType(SagaConfiguration.class)).isEmpty();
            assertThat(node.containsBean("matchingRounds")).isFalse();
        }
    }

    private static void eventuallyTold(Town.Desk town, Class<?>... commands) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(town.told)
                        .extracting(command -> (Object) command.getClass())
                        .contains((Object[]) commands));
    }

    private static long sagas(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM saga_entry")
                .query(Long.class)
                .single();
    }

    private ConfigurableApplicationContext start(String roles) {
        var place = address.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("\\?.*", "");
        return new SpringApplicationBuilder(EnginesConfiguration.class, SagaConfiguration.class, Town.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "hansom.data=" + folder,
                        "hansom.roles=" + roles,
                        "hansom.payout.looked-every=1s",
                        "hansom.postgres=postgres://%s:%s@%s".formatted(address.user(), address.password(), place),
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
    }
}
