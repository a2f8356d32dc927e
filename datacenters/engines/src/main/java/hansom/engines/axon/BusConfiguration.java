package hansom.engines.axon;

import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How commands and queries get to their handlers. A command is handled on a thread and in a transaction of its own,
 * never on its sender's, on one node as over Axon Server; so a saga's command does not commit with the saga, and a
 * socket's event loop never waits for the disk.
 */
@Configuration(proxyBeanMethods = false)
class BusConfiguration {

    @Bean
    AxonThreads axonThreads(@Value("${hansom.engines.command-threads:16}") int commandThreads) {
        return new AxonThreads(commandThreads);
    }

    @Bean
    CorrelationDataProvider messageOriginProvider() {
        return new MessageOriginProvider();
    }

    @Bean
    CorrelationDataProvider trailProvider() {
        return Trail.correlation();
    }

    @Bean
    HandlerEnhancerDefinition commandAnswers() {
        return new CommandAnswers();
    }

    @Bean
    @Qualifier("localSegment")
    AsynchronousCommandBus commandBus(
            TransactionManager axonTransactions,
            AxonThreads threads,
            List<CorrelationDataProvider> correlation,
            @Qualifier("commandMonitor") ObjectProvider<MessageMonitor<Message<?>>> monitor) {
        AsynchronousCommandBus bus = AsynchronousCommandBus.builder()
                .executor(threads.commands())
                .transactionManager(axonTransactions)
                .messageMonitor(monitor.getIfAvailable(NoOpMessageMonitor::instance))
                .rollbackConfiguration(failure -> !(failure instanceof Noted))
                .build();
        bus.registerHandlerInterceptor(Trail.<CommandMessage<?>>onHandling());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }

    @Bean
    CommandGateway commandGateway(
            CommandBus commandBus, AxonThreads threads, @Value("${hansom.region:local}") String region) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new ConflictRetry(threads.retries()))
                .dispatchInterceptors(List.of(Trail.onDispatch(region)))
                .build();
    }

    @Bean
    QueryGateway queryGateway(QueryBus queryBus) {
        return DefaultQueryGateway.builder().queryBus(queryBus).build();
    }

    /** The query bus of a node by itself; with Axon Server its own takes the place. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "hansom.engines.events", havingValue = "embedded", matchIfMissing = true)
    static class Alone {
        @Bean
        @Qualifier("localSegment")
        TimedQueryBus queryBus(
                QueryUpdateEmitter updates,
                AxonThreads threads,
                List<CorrelationDataProvider> correlation,
                @Qualifier("queryMonitor") ObjectProvider<MessageMonitor<Message<?>>> monitor,
                @Value("${hansom.engines.query-patience:20s}") Duration patience) {
            var bus = new TimedQueryBus(
                    SimpleQueryBus.builder()
                            .queryUpdateEmitter(updates)
                            .messageMonitor(monitor.getIfAvailable(NoOpMessageMonitor::instance)),
                    threads.queries(),
                    patience);
            bus.registerHandlerInterceptor(Trail.<QueryMessage<?, ?>>onHandling());
            bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
            return bus;
        }
    }
}
