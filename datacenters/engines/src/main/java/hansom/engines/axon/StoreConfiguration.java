package hansom.engines.axon;

import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What processors and sagas keep in the database of the views, and how they run; the same in both sizes. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE_BEFORE_SECOND_ATTEMPT = Duration.ofMillis(200);

    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    NodeName nodeName(@Value("${hansom.node:node-1}") String name) {
        return new NodeName(name);
    }

    @Bean
    SqlTokenStore tokenStore(
            JdbcClient jdbc, PlatformTransactionManager transactions, Serializer serializer, NodeName node) {
        return new SqlTokenStore(
                jdbc,
                new TransactionTemplate(transactions),
                serializer,
                node.value(),
                CLAIM_TIMEOUT,
                InstantSource.system());
    }

    @Bean
    SagaStore<Object> sagaStore(JdbcClient jdbc, Serializer serializer, Clock businessClock) {
        return new SqlSagaStore(jdbc, serializer, businessClock);
    }

    @Bean
    ParkedEvents parkedEvents(JdbcClient jdbc, Serializer serializer, PastShapes pastShapes, NodeName node) {
        return new ParkedEvents(jdbc, serializer, pastShapes, node.value(), InstantSource.system());
    }

    @Bean
    SagaSteps sagaSteps(TransactionManager axonTransactions, List<CorrelationDataProvider> correlation) {
        return new SagaSteps(axonTransactions, correlation, PAUSE_BEFORE_SECOND_ATTEMPT);
    }

    @Bean
    ParkedLanes parkedLanes(ParkedEvents parked, SagaSteps steps) {
        return new ParkedLanes(parked, steps);
    }

    @Bean
    Figures processFigures(
            ObjectProvider<MeterRegistry> meters,
            JdbcClient jdbc,
            Clock businessClock,
            ParkedLanes lanes,
            @Value("${hansom.figures.pace:5s}") Duration pace) {
        var reader = new ProcessFigures(jdbc, businessClock, InstantSource.system(), lanes::names);
        return new Figures(Meters.of(meters), "processes", pace, reader);
    }

    @Bean
    Projections projections(SqlTokenStore tokenStore, ParkedEvents parked) {
        return new Projections(tokenStore, parked);
    }

    @Bean
    EventProcessingModule eventProcessingModule(
            TransactionManager axonTransactions,
            TokenStore tokenStore,
            SagaStore<Object> sagaStore,
            SagaSteps steps,
            ParkedEvents parked,
            ParkedLanes lanes,
            Projections projections,
            Clock businessClock,
            List<ProcessorTuning> tunings,
            @Value("${hansom.engines.segments:2}") int segments) {
        var byName = tunings.stream().collect(Collectors.toMap(ProcessorTuning::processor, tuning -> tuning));
        var processors = new Processors(
                axonTransactions, tokenStore, parked, lanes, projections, businessClock, segments, byName);
        return new ProcessorModule(processors, sagaStore, steps, parked, lanes);
    }
}
