package hansom.engines.redis;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import hansom.engines.meter.Meters;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.metrics.MicrometerCommandLatencyRecorder;
import io.lettuce.core.metrics.MicrometerOptions;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * One client of Redis for the node. A command waits at most two seconds, and fails at once while there is no connection; the connection
 * comes back by itself.
 */
@Configuration(proxyBeanMethods = false)
public class RedisConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Where Redis is. */
    record RedisAddress(String uri) {}

    /** Started only where no other is named. */
    @Bean(destroyMethod = "close")
    @Lazy
    LocalRedis localRedis(DataFolder data) {
        return LocalRedis.start(data.folder("redis"), data.folder("programs"));
    }

    @Bean
    RedisAddress redisAddress(@Value("${hansom.redis:}") String named, ObjectProvider<LocalRedis> embedded) {
        return new RedisAddress(named.isEmpty() ? embedded.getObject().uri() : named);
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(RedisAddress address, ClientResources resources) {
        return client(address.uri(), resources);
    }

    /** Each command is timed by its name. */
    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources(ObjectProvider<MeterRegistry> meters) {
        var options = MicrometerOptions.builder().histogram(false).build();
        return ClientResources.builder()
                .commandLatencyRecorder(new MicrometerCommandLatencyRecorder(Meters.of(meters), options))
                .build();
    }

    /** A client with the node's time limits, for an address like {@code redis://:password@host:6379/0}. */
    public static RedisClient client(String address) {
        return client(address, null);
    }

    private static RedisClient client(String address, @Nullable ClientResources resources) {
        RedisURI uri;
        try {
            uri = RedisURI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw new StartRefused("--redis takes an address like redis://:password@host:6379/0", malformed);
        }
        uri.setTimeout(PATIENCE);
        RedisClient client = resources == null ? RedisClient.create(uri) : RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE)
                        .keepAlive(true)
                        .build())
                .build());
        return client;
    }

    @Bean(destroyMethod = "close")
    StatefulRedisConnection<String, String> redis(RedisClient client) {
        try {
            return client.connect();
        } catch (RedisException unreachable) {
            throw new StartRefused("Redis does not answer: " + unreachable.getMessage(), unreachable);
        }
    }
}
