package hansom.edge.live;

import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.PositionReports;
import hansom.edge.origin.Origins;
import hansom.engines.meter.Meters;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/** Wires the door of live connections to the node's buses. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Audience audience(RedisClient redis) {
        return new Audience(redis);
    }

    @Bean
    News news(QueryGateway queries, Shapes shapes, Clock businessClock) {
        return new News(queries, shapes, businessClock);
    }

    @Bean
    LiveDesk liveDesk(
            Doorkeeper doorkeeper,
            Audience audience,
            News news,
            CommandGateway commands,
            PositionReports positions,
            PositionFeed positionFeed,
            ObjectMapper json,
            Clock businessClock,
            ObjectProvider<MeterRegistry> registry) {
        Executor executor = Executors.newVirtualThreadPerTaskExecutor();
        LiveMeters meters = new LiveMeters(Meters.of(registry));
        return new LiveDesk(
                doorkeeper, audience, news, commands, positions, positionFeed, json, executor, businessClock, meters);
    }

    @Bean
    LiveServer liveServer(
            LiveDesk desk,
            Origins origins,
            @Value("${hansom.host}") String host,
            @Value("${hansom.live-port}") int port) {
        return new LiveServer(host, port, origins, () -> new LiveSession(desk));
    }
}
