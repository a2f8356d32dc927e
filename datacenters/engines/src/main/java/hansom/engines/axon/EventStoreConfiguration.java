package hansom.engines.axon;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event store of a node by itself: PostgreSQL, on disk before a command is answered. Events carry the business
 * clock's time.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hansom.engines.events", havingValue = "embedded", matchIfMissing = true)
class EventStoreConfiguration {

    /** Names of columns and tables as the migrations make them. */
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event")
            .snapshotTable("snapshot_event")
            .globalIndexColumn("global_index")
            .timestampColumn("occurred_at")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("aggregate_type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final int BATCH = 200;
    private static final int CACHED_EVENTS = 1_000;
    private static final long FETCH_DELAY_MILLIS = 100;

    /** Longer than PostgreSQL lets a transaction live. */
    private static final Duration GAP_PATIENCE = Duration.ofMinutes(1);

    @Bean
    ConnectionProvider axonConnections(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider axonConnections,
            TransactionManager axonTransactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PastShapes pastShapes) {
        return storage(
                axonConnections, axonTransactions, serializer, eventSerializer, pastShapes, InstantSource.system());
    }

    static PatientEventStorage storage(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer snapshots,
            Serializer events,
            PastShapes pastShapes,
            InstantSource realTime) {
        var builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .snapshotSerializer(snapshots)
                .eventSerializer(events)
                .upcasterChain(pastShapes.chain())
                .persistenceExceptionResolver(new SQLStateResolver())
                .schema(SCHEMA)
                .dataType(byte[].class)
                .batchSize(BATCH)
                .extendedGapCheckEnabled(true);
        return new PatientEventStorage(builder, new OpenGaps(GAP_PATIENCE, realTime));
    }

    @Qualifier("eventStore")
    @Bean
    EventPlaces eventPlaces(JdbcClient jdbc) {
        return new EventPlaces(jdbc);
    }

    @Bean(name = "eventBus", destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(
            EventStorageEngine eventStorageEngine,
            Clock businessClock,
            @Qualifier("eventMonitor") ObjectProvider<MessageMonitor<Message<?>>> monitor) {
        GenericEventMessage.clock = businessClock;
        return EmbeddedEventStore.builder()
                .storageEngine(eventStorageEngine)
                .messageMonitor(monitor.getIfAvailable(NoOpMessageMonitor::instance))
                .cachedEvents(CACHED_EVENTS)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .timeUnit(TimeUnit.MILLISECONDS)
                .threadFactory(
                        Thread.ofPlatform().daemon().name("event-store-", 0).factory())
                .build();
    }
}
