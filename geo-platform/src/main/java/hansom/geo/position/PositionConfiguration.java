package hansom.geo.position;

import hansom.contract.id.Region;
import hansom.engines.clock.BusinessClock;
import hansom.engines.meter.Meters;
import hansom.engines.role.ConditionalOnRole;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where positions are left and followed: on nodes that hear drivers and on those that know the map; the latter also keep the board. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole({"edge", "geo"})
@Import(BoardConfiguration.class)
public class PositionConfiguration {
    private static final Clock REAL_TIME = Clock.systemUTC();

    @Bean
    Keys positionKeys(@Value("${hansom.region:local}") String region) {
        return new Keys(Region.named(region));
    }

    @Bean
    Shifts shifts(ObjectProvider<EventProcessingConfiguration> processing) {
        return new Shifts(REAL_TIME, caughtUp(processing));
    }

    private static BooleanSupplier caughtUp(ObjectProvider<EventProcessingConfiguration> processing) {
        return () -> Optional.ofNullable(processing.getIfAvailable())
                .flatMap(known -> known.eventProcessor(Shifts.GROUP, StreamingEventProcessor.class))
                .map(StreamingEventProcessor::processingStatus)
                .filter(segments -> !segments.isEmpty())
                .filter(segments -> segments.values().stream().allMatch(segment -> segment.isCaughtUp()))
                .isPresent();
    }

    @Bean
    PositionMeters positionMeters(ObjectProvider<MeterRegistry> meters) {
        return new PositionMeters(Meters.of(meters), REAL_TIME);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RedisReports positionReports(
            RedisClient redis, Keys keys, BusinessClock businessClock, Shifts shifts, PositionMeters meters) {
        return new RedisReports(redis.connect(), keys, REAL_TIME, businessClock, shifts::mayHaveOrder, meters);
    }

    @Bean(destroyMethod = "close")
    LiveChannel liveChannel(RedisClient redis, Keys keys) {
        LiveChannel channel = new LiveChannel(redis.connectPubSub(), keys);
        channel.start();
        return channel;
    }

    @Bean
    Followers positionFeed(LiveChannel channel, PositionMeters meters) {
        Followers followers = new Followers();
        channel.listen(followers);
        channel.listen(meters);
        return followers;
    }
}
