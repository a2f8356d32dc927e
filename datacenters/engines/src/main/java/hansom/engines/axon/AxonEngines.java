package hansom.engines.axon;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * All of Axon that a node needs, whatever its roles; imported by the node. Needs a {@code DataSource} with our tables, a
 * {@code PlatformTransactionManager} and the business clock as the {@code Clock}.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import({
    SerializerConfiguration.class,
    BusConfiguration.class,
    EventStoreConfiguration.class,
    SchedulerConfiguration.class,
    AggregateConfiguration.class,
    StoreConfiguration.class
})
public class AxonEngines {

    @Bean
    AxonSelfCheck axonSelfCheck(Configuration axon, @Value("${hansom.engines.events:embedded}") String events) {
        return new AxonSelfCheck(axon, events.equals("embedded"));
    }
}
