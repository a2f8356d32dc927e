package hansom.engines;

import hansom.engines.data.DataFolder;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.function.Consumer;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks each engine whether it works, by using it. */
@Configuration(proxyBeanMethods = false)
class EngineHealth {
    private static final long LEAST_FREE_BYTES = 100L << 20;

    @Bean
    HealthIndicator postgresHealthIndicator(JdbcClient sql) {
        return asking(health -> {
            sql.sql("SELECT 1").query(Integer.class).single();
            health.up();
        });
    }

    @Bean
    HealthIndicator redisHealthIndicator(StatefulRedisConnection<String, String> redis) {
        return asking(health -> {
            try {
                redis.sync().ping();
                health.up();
            } catch (RedisException away) {
                health.status(Degraded.STATUS).withDetail("error", "does not answer");
            }
        });
    }

    @Bean
    HealthIndicator diskHealthIndicator(DataFolder data) {
        return asking(health -> {
            long free = data.root().toFile().getUsableSpace();
            if (free < LEAST_FREE_BYTES) health.outOfService();
            else health.up();
            health.withDetail("free_bytes", free);
        });
    }

    private static HealthIndicator asking(Consumer<Health.Builder> question) {
        return new AbstractHealthIndicator("does not answer") {
            @Override
            protected void doHealthCheck(Health.Builder builder) {
                question.accept(builder);
            }
        };
    }
}
