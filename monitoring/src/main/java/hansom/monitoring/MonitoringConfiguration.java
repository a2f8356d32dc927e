package hansom.monitoring;

import hansom.engines.axon.ParkedEvents;
import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import hansom.engines.role.Roles;
import hansom.engines.work.WorkTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What a node tells about itself, besides what its parts count where they work. */
@Configuration(proxyBeanMethods = false)
@Import(MetricsDoorConfiguration.class)
public class MonitoringConfiguration {
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    private static final Duration EACH_TEN_SECONDS = Duration.ofSeconds(10);

    @Bean
    MessageMonitor<Message<?>> commandMonitor(ObjectProvider<MeterRegistry> meters) {
        return new BusMonitor(Meters.of(meters), "commands", "commands handled, the wait for a thread included");
    }

    @Bean
    MessageMonitor<Message<?>> queryMonitor(ObjectProvider<MeterRegistry> meters) {
        return new BusMonitor(Meters.of(meters), "queries", "queries answered");
    }

    @Bean
    MessageMonitor<Message<?>> eventMonitor(ObjectProvider<MeterRegistry> meters) {
        return new EventMonitor(Meters.of(meters));
    }

    @Bean
    ProcessorLag processorLag(EventProcessingConfiguration processing, EventStore store) {
        return new ProcessorLag(processing, store, System::nanoTime);
    }

    @Bean
    Figures lagFigures(ObjectProvider<MeterRegistry> meters, ProcessorLag lag) {
        return new Figures(Meters.of(meters), "lag", EACH_SECOND, lag);
    }

    @Bean
    Figures healthFigures(ObjectProvider<MeterRegistry> meters, HealthEndpoint health) {
        return new Figures(Meters.of(meters), "health", EACH_TEN_SECONDS, new HealthFigures(health));
    }

    /** Which node this is; always 1, for joining its labels to other numbers. */
    @Bean
    MeterBinder nodeMeter(
            Environment environment,
            @Value("${hansom.node:node-1}") String node,
            @Value("${hansom.region:local}") String region) {
        String roles =
                String.join(",", Roles.of(environment).names().stream().sorted().toList());
        return registry -> Gauge.builder("hansom.node", () -> 1)
                .description("1 for the node that its labels name")
                .tags("node", node, "region", region, "roles", roles)
                .register(registry);
    }

    @Bean
    HealthIndicator processorsHealthIndicator(EventProcessingConfiguration processing, ProcessorLag lag) {
        return new ProcessorsHealth(processing, lag::secondsBehind);
    }

    @Bean
    HealthIndicator parkedHealthIndicator(ParkedEvents events, WorkTable calls) {
        return new ParkedHealth(events, calls);
    }

    @Bean
    HealthIndicator mapHealthIndicator(QueryGateway queries) {
        return new MapHealth(queries);
    }
}
