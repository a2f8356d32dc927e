package hansom.monitoring;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a node tells about itself, besides the health of its engines. */
@Configuration(proxyBeanMethods = false)
public class MonitoringConfiguration {

    @Bean
    HealthIndicator processorsHealthIndicator(EventProcessingConfiguration processing) {
        return new ProcessorsHealth(processing);
    }

    @Bean
    HealthIndicator mapHealthIndicator(QueryGateway queries) {
        return new MapHealth(queries);
    }
}
