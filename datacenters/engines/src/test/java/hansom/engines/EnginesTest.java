package hansom.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hansom.engines.axon.ParkedEvents;
import hansom.engines.clock.BusinessClock;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.Pier;
import hansom.engines.testing.Pier.Board;
import hansom.engines.testing.Pier.FerryLeft;
import hansom.engines.testing.Pier.TimeToLeave;
import hansom.engines.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole node's engines with a small business on them: a ferry that leaves an hour after its first passenger boarded. */
class EnginesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresAddress address = TestPostgres.freshAddress();

    @TempDir
    Path folder;

    @Test
    void carriesACommandToItsEventItsViewItsSagaAndItsTimeOutAndRemembersAllAfterARestart() {
        try (var node = start()) {
            assertThat(send(node, new Board("ferry-1", "anna"))).isZero();
            assertThat(send(node, new Board("ferry-1", "anna")))
                    .as("told twice")
                    .isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(passengers(node, "ferry-1")).containsExactly("anna"));
        }
        try (var again = start()) {
            assertThat(send(again, new Board("ferry-1", "ben"))).isEqualTo(1);
            BusinessClock clock = again.getBean(BusinessClock.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(events(again, "ferry-1")).last().isInstanceOf(FerryLeft.class));
            assertThatThrownBy(() -> send(again, new Board("ferry-1", "carl"))).hasMessageContaining("gone");
            assertThat(passengers(again, "ferry-1")).containsExactly("anna", "ben");
        }
    }

    @Test
    void parksWhatFailsAndGoesOnWithTheOthers() {
        try (var node = start()) {
            send(node, new Board("ferry-sick", Pier.SICK));
            send(node, new Board("ferry-2", "anna"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(passengers(node, "ferry-2")).containsExactly("anna"));
            ParkedEvents parked = node.getBean(ParkedEvents.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(parked.count()).isEqualTo(1));
            assertThat(passengers(node, "ferry-sick")).isEmpty();
            node.getBean(Pier.Passengers.class).heal();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(passengers(node, "ferry-sick")).containsExactly(Pier.SICK));
            assertThat(parked.count()).isZero();
        }
    }

    @Test
    void takesItQuietlyWhenATimeOutCameBeforeItWasCancelled() {
        try (var node = start()) {
            var schedule = node.getBean(EventScheduler.class);
            var token = schedule.schedule(node.getBean(BusinessClock.class).instant(), new TimeToLeave("ferry-3"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.getBean(JdbcClient.class)
                                    .sql("SELECT COUNT(*) FROM scheduled_event")
                                    .query(Long.class)
                                    .single())
                            .isZero());
            assertThatCode(() -> schedule.cancelSchedule(token)).doesNotThrowAnyException();
        }
    }

    @Test
    void parksTheSagaThatFailsForEverAndLetsTheOthersGo() {
        try (var node = start()) {
            send(node, new Board(Pier.DOOMED, "anna"));
            send(node, new Board("ferry-3", "ben"));
            BusinessClock clock = node.getBean(BusinessClock.class);
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(events(node, "ferry-3")).last().isInstanceOf(FerryLeft.class));
            ParkedEvents parked = node.getBean(ParkedEvents.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(parked.list(Instant.EPOCH, 10))
                            .singleElement()
                            .satisfies(letter -> assertThat(letter.cause()).contains("no captain")));
            assertThat(events(node, Pier.DOOMED)).noneMatch(FerryLeft.class::isInstance);
        }
    }

    @Test
    void readsAnEventOfAnOlderRevisionInTheStoreAndAmongTheParked() {
        try (var node = start()) {
            ofRevisionOne(node, "ferry-old", "anna");
            ofRevisionOne(node, "ferry-sick", Pier.SICK);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(passengers(node, "ferry-old")).containsExactly("anna"));
            assertThat(send(node, new Board("ferry-old", "anna")))
                    .as("she is aboard")
                    .isZero();
            assertThat(send(node, new Board("ferry-old", "ben"))).isEqualTo(1);
            ParkedEvents parked = node.getBean(ParkedEvents.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(parked.count()).isEqualTo(1));
            node.getBean(JdbcClient.class)
                    .sql(
                            "UPDATE parked_event SET payload_revision = '1', payload = replace(payload, '\"name\"', '\"passenger\"')")
                    .update();
            node.getBean(Pier.Passengers.class).heal();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(passengers(node, "ferry-sick")).containsExactly(Pier.SICK));
        }
    }

    /** As a node of the past stored it. */
    private static void ofRevisionOne(ConfigurableApplicationContext node, String ferry, String passenger) {
        node.getBean(JdbcClient.class)
                .sql("INSERT INTO domain_event (aggregate_id, sequence_number, aggregate_type, event_id, meta_data,"
                        + " payload, payload_revision, payload_type, occurred_at) VALUES (:ferry, 0, 'Ferry', :id,"
                        + " '{}', :payload, '1', :type, :at)")
                .param("ferry", ferry)
                .param("id", "event-" + ferry)
                .param(
                        "payload",
                        "{\"ferry\":\"%s\",\"passenger\":\"%s\"}"
                                .formatted(ferry, passenger)
                                .getBytes(StandardCharsets.UTF_8))
                .param("type", Pier.Boarded.class.getName())
                .param("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .update();
    }

    @Test
    void refusesASecondNodeOnTheSameData() {
        try (var node = start()) {
            assertThat(node.isRunning()).isTrue();
            assertThatThrownBy(this::start).hasStackTraceContaining("another node runs on");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EnginesConfiguration.class, Pier.class)
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
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
    }

    private static long send(ConfigurableApplicationContext node, Object command) {
        return node.getBean(CommandGateway.class).<Long>sendAndWait(command);
    }

    private static List<String> passengers(ConfigurableApplicationContext node, String ferry) {
        return node.getBean(JdbcClient.class)
                .sql("SELECT name FROM passenger WHERE ferry = :ferry ORDER BY name")
                .param("ferry", ferry)
                .query(String.class)
                .list();
    }

    private static List<Object> events(ConfigurableApplicationContext node, String ferry) {
        return node.getBean(EventStore.class)
                .readEvents(ferry)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }
}
