package hansom.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import hansom.engines.axon.ParkedEvents;
import hansom.engines.clock.BusinessClock;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.Pier;
import hansom.engines.testing.Pier.Board;
import hansom.engines.testing.TestPostgres;
import hansom.engines.work.WorkTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engines tell of themselves while a ferry is boarded, waits, and fails to leave. */
class EngineFiguresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresAddress address = TestPostgres.freshAddress();

    @TempDir
    Path folder;

    @Configuration(proxyBeanMethods = false)
    static class Counting {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Test
    void tellsOfProcessesTimeoutsAndWhatIsParked() {
        try (var node = start()) {
            sees(node, "hansom.sagas", 0, "kind", "Departure", "age", "under_1h");
            sees(node, "hansom.parked.events", 0, "lane", "Departure");
            boards(node, "ferry-1", "anna");
            boards(node, Pier.DOOMED, "ben");
            sees(node, "hansom.sagas", 2, "kind", "Departure", "age", "under_1h");
            sees(node, "hansom.timeouts", 2);

            BusinessClock clock = node.getBean(BusinessClock.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
            sees(node, "hansom.parked.events", 1, "lane", "Departure");
            sees(node, "hansom.sagas", 0, "kind", "Departure", "age", "under_1h");
            sees(node, "hansom.sagas", 1, "kind", "Departure", "age", "1h_to_1d");
            sees(node, "hansom.timeouts", 0);
            assertThat(value(node, "hansom.sagas.oldest", "kind", "Departure")).isBetween(7_200.0, 7_300.0);

            node.getBean(ParkedEvents.class).discard("Departure", doomedSaga(node), 1);
            sees(node, "hansom.parked.events", 0, "lane", "Departure");
        }
    }

    @Test
    void tellsOfATimeoutThatDoesNotCome() {
        try (var node = start()) {
            node.getBean(Scheduler.class).stop();
            boards(node, "ferry-2", "anna");
            sees(node, "hansom.timeouts", 1);
            sees(node, "hansom.timeouts.due", 0);
            BusinessClock clock = node.getBean(BusinessClock.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
            sees(node, "hansom.timeouts.due", 1);
            assertThat(value(node, "hansom.timeouts.late")).isBetween(3_590.0, 3_700.0);
        }
    }

    @Test
    void tellsOfCallsThatAreOwed() {
        try (var node = start()) {
            node.getBean(WorkTable.class).note("postcard", "pc-1", "dear anna");
            sees(node, "hansom.calls.open", 1, "kind", "postcard");
            await().atMost(PATIENCE).until(() -> value(node, "hansom.calls.overdue", "kind", "postcard") >= 1);
            node.getBean(JdbcClient.class)
                    .sql("UPDATE work SET state = 'parked', attempts = 9")
                    .update();
            sees(node, "hansom.parked.calls", 1, "kind", "postcard");
            sees(node, "hansom.calls.open", 0, "kind", "postcard");
        }
    }

    @Test
    void tellsThatTheEnginesWork() {
        try (var node = start()) {
            sees(node, "hansom.redis.up", 1);
            assertThat(value(node, "hansom.redis.memory")).isPositive();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> value(node, "hansom.postgres.size") > 1_000_000);
            assertThat(value(node, "hansom.postgres.connections")).isPositive();
            assertThat(node.getBean(MeterRegistry.class)
                            .get("lettuce.command.completion")
                            .tag("command", "INFO")
                            .timer()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void saysThatNothingIsKnownWhileTheDatabaseCannotBeRead() {
        try (var node = start()) {
            sees(node, "hansom.timeouts", 0);
            JdbcClient sql = node.getBean(JdbcClient.class);
            sql.sql("ALTER TABLE scheduled_event RENAME TO hidden").update();
            await().atMost(PATIENCE).until(() -> Double.isNaN(value(node, "hansom.timeouts")));
            sql.sql("ALTER TABLE hidden RENAME TO scheduled_event").update();
            sees(node, "hansom.timeouts", 0);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EnginesConfiguration.class, Pier.class, Counting.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "hansom.data=" + folder,
                        "hansom.figures.pace=200ms",
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

    private static void boards(ConfigurableApplicationContext node, String ferry, String name) {
        node.getBean(CommandGateway.class).sendAndWait(new Board(ferry, name));
    }

    private static String doomedSaga(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("SELECT subject FROM parked_event")
                .query(String.class)
                .single();
    }

    private static void sees(ConfigurableApplicationContext node, String name, double value, String... tags) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(value(node, name, tags)).as(name).isEqualTo(value));
    }

    private static double value(ConfigurableApplicationContext node, String name, String... tags) {
        return node.getBean(MeterRegistry.class).get(name).tags(tags).gauge().value();
    }
}
