package hansom.engines.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * What aggregates share: a cache of those in memory ({@code cache = "aggregateCache"}; ids are unique across kinds) and,
 * for streams that grow with the years, snapshots ({@code snapshotTriggerDefinition = "longStreamSnapshots"}).
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AggregateConfiguration {

    @Bean
    Cache aggregateCache() {
        return new AggregateCache();
    }

    @Bean
    Snapshotter snapshotter(
            Configuration configuration,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore eventStore,
            TransactionManager axonTransactions,
            AxonThreads threads) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(configuration::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .transactionManager(axonTransactions)
                .executor(threads.snapshots())
                .build();
    }

    @Bean
    SnapshotTriggerDefinition longStreamSnapshots(
            @Lazy Snapshotter snapshotter, @Value("${hansom.engines.snapshot-every:100}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }
}
