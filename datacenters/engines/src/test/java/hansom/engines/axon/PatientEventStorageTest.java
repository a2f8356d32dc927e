package hansom.engines.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.engines.sql.Migrations;
import hansom.engines.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Events of which the clock says that they are an hour old, as after it was moved on while a transaction was under way. */
class PatientEventStorageTest {
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(1));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private TransactionTemplate aside = new TransactionTemplate();
    private @Nullable PatientEventStorage storage;

    @BeforeEach
    void make() {
        DataSource database = TestPostgres.fresh();
        Migrations.run(database, "engines");
        var transactions = new JdbcTransactionManager(database);
        aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var serializers = new SerializerConfiguration();
        var serializer = serializers.serializer(serializers.defaultAxonObjectMapper(), serializers.revisionResolver());
        storage = EventStoreConfiguration.storage(
                new SpringDataSourceConnectionProvider(database),
                new SpringTransactionManager(transactions),
                serializer,
                serializer,
                serializers.pastShapes(List.of()),
                () -> now);
    }

    @Test
    void waitsForAnEventWhoseTransactionIsStillUnderWay() {
        append("first");
        aside.executeWithoutResult(slow -> {
            storage().appendEvents(event("slow"));
            append("quick");
            var read = read(null);
            assertThat(told(read)).containsExactly("first", "quick");
            now = now.plusSeconds(50);
            append("later");
            assertThat(told(read(last(read)))).containsExactly("later");
        });
        var whole = read(null);
        assertThat(told(whole)).containsExactly("first", "slow", "quick", "later");
    }

    @Test
    void tellsItToWhomeverHasReadOn() {
        append("first");
        List<TrackedEventMessage<?>> meanwhile = aside.execute(slow -> {
            storage().appendEvents(event("slow"));
            append("quick");
            return read(null);
        });
        now = now.plusSeconds(59);
        var after = read(last(meanwhile));
        assertThat(told(after)).containsExactly("slow");
        assertThat(last(meanwhile).covers(last(after))).isFalse();
        assertThat(last(after).covers(last(meanwhile))).isTrue();
    }

    @Test
    void tellsItToReadersWhoAreLedOnByOneThatBeganBehindIt() {
        var store = EmbeddedEventStore.builder()
                .storageEngine(storage())
                .fetchDelay(10)
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
        append("first");
        try (var reader = store.openStream(null);
                var end = aside.execute(_ -> {
                    storage().appendEvents(event("slow"));
                    append("quick");
                    List<TrackedEventMessage<?>> read = aside.execute(_ -> List.of(next(reader), next(reader)));
                    assertThat(told(read)).containsExactly("first", "quick");
                    var last = store.openStream(aside.execute(_ -> store.createHeadToken()));
                    assertThat(available(last)).isEmpty();
                    assertThat(available(reader)).isEmpty();
                    return last;
                })) {
            append("later");
            assertThat(next(end).getPayload()).isEqualTo("later");
            var told = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                told.addAll(told(available(reader)));
                return told.contains("later");
            });
            assertThat(told).containsExactlyInAnyOrder("slow", "later");
        } finally {
            store.shutDown();
        }
    }

    @Test
    void knowsWhatWasToldBeforeAGapWasGivenUp() {
        append("first");
        aside.executeWithoutResult(broken -> {
            storage().appendEvents(event("broken"));
            append("quick");
            broken.setRollbackOnly();
        });
        var before = read(null);
        now = now.plusSeconds(61);
        assertThat(last(before).covers(last(read(null)))).isTrue();
    }

    @Test
    void givesAGapUpThatNothingCanFillAnyMore() {
        append("first");
        aside.executeWithoutResult(broken -> {
            storage().appendEvents(event("broken"));
            append("quick");
            broken.setRollbackOnly();
        });
        var read = read(null);
        assertThat(last(read).toString()).contains("gaps=[2]");
        now = now.plusSeconds(61);
        append("later");
        assertThat(last(read(last(read))).toString()).contains("index=4").contains("gaps=[]");
    }

    private PatientEventStorage storage() {
        return Objects.requireNonNull(storage);
    }

    private void append(String payload) {
        aside.executeWithoutResult(_ -> storage().appendEvents(event(payload)));
    }

    private static DomainEventMessage<String> event(String payload) {
        return new GenericDomainEventMessage<>(
                "note", payload, 0, payload, Map.of(), UUID.randomUUID().toString(), LONG_AGO);
    }

    private List<TrackedEventMessage<?>> read(@Nullable TrackingToken after) {
        List<TrackedEventMessage<?>> read = aside.execute(_ -> {
            try (var events = storage().readEvents(after, false)) {
                return List.<TrackedEventMessage<?>>copyOf(events.toList());
            }
        });
        return Objects.requireNonNull(read);
    }

    private List<TrackedEventMessage<?>> available(BlockingStream<TrackedEventMessage<?>> stream) {
        var read = new ArrayList<TrackedEventMessage<?>>();
        aside.executeWithoutResult(_ -> {
            while (stream.hasNextAvailable()) read.add(next(stream));
        });
        return read;
    }

    private static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> stream) {
        try {
            return stream.nextAvailable();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static List<String> told(List<TrackedEventMessage<?>> read) {
        return read.stream().map(event -> (String) event.getPayload()).toList();
    }

    private static TrackingToken last(@Nullable List<TrackedEventMessage<?>> read) {
        return Objects.requireNonNull(read).getLast().trackingToken();
    }
}
