package hansom.engines.axon;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Looks before the first message whether Axon runs on the parts that were declared for it; a starter that quietly put
 * others in their place (without a store, without transactions) would lose what has been promised.
 */
final class AxonSelfCheck implements SmartLifecycle {

    private static final Map<Class<?>, Class<?>> EMBEDDED = Map.of(
            CommandBus.class, AsynchronousCommandBus.class,
            QueryBus.class, TimedQueryBus.class,
            EventBus.class, EmbeddedEventStore.class,
            EventStorageEngine.class, PatientEventStorage.class,
            EventScheduler.class, DbSchedulerEventScheduler.class);

    private static final Map<Class<?>, Class<?>> EVERYWHERE = Map.of(
            TransactionManager.class, SpringTransactionManager.class,
            TokenStore.class, SqlTokenStore.class,
            SagaStore.class, SqlSagaStore.class,
            EventProcessingModule.class, ProcessorModule.class);

    private final Configuration axon;
    private final boolean embedded;
    private boolean running;

    AxonSelfCheck(Configuration axon, boolean embedded) {
        this.axon = axon;
        this.embedded = embedded;
    }

    @Override
    public void start() {
        var wrong = new TreeMap<String, String>();
        EVERYWHERE.forEach((part, expected) -> compare(part, expected, wrong));
        if (embedded) EMBEDDED.forEach((part, expected) -> compare(part, expected, wrong));
        checkSerializer("serializer", axon.serializer(), wrong);
        checkSerializer("event serializer", axon.eventSerializer(), wrong);
        checkSerializer("message serializer", axon.messageSerializer(), wrong);
        if (!wrong.isEmpty()) throw new IllegalStateException("Axon runs on parts nobody declared: " + wrong);
        running = true;
    }

    private void compare(Class<?> part, Class<?> expected, Map<String, String> wrong) {
        var actual = axon.getComponent(part);
        if (!expected.isInstance(actual)) wrong.put(part.getSimpleName(), nameOf(actual));
    }

    private static void checkSerializer(String name, Serializer actual, Map<String, String> wrong) {
        if (!(actual instanceof JacksonSerializer)) wrong.put(name, nameOf(actual));
    }

    private static String nameOf(@Nullable Object actual) {
        return actual == null ? "nothing" : actual.getClass().getName();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before Axon itself, so that nothing is handled by the wrong parts. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
