package hansom.engines;

import hansom.engines.data.DataFolder;
import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import hansom.engines.postgres.PostgresFigures;
import hansom.engines.redis.RedisFigures;
import hansom.engines.work.CallFigures;
import hansom.engines.work.Worker;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engines tell of themselves: how large they are, whether they answer, and which outside calls are owed. */
@Configuration(proxyBeanMethods = false)
class EngineFigures {
    private final MeterRegistry meters;
    private final Duration pace;

    EngineFigures(ObjectProvider<MeterRegistry> meters, @Value("${hansom.figures.pace:5s}") Duration pace) {
        this.meters = Meters.of(meters);
        this.pace = pace;
    }

    @Bean
    Figures postgresFigures(JdbcClient sql) {
        return new Figures(meters, "postgres", pace, new PostgresFigures(sql));
    }

    @Bean
    Figures redisFigures(StatefulRedisConnection<String, String> redis) {
        return new Figures(meters, "redis", pace, new RedisFigures(redis));
    }

    @Bean
    Figures callFigures(JdbcClient sql, List<Worker> workers) {
        var kinds = workers.stream().map(Worker::kind).toList();
        return new Figures(meters, "calls", pace, new CallFigures(sql, InstantSource.system(), kinds));
    }

    @Bean
    MeterBinder diskMeter(DataFolder data) {
        return registry -> Gauge.builder(
                        "hansom.disk.free",
                        data,
                        folder -> folder.root().toFile().getUsableSpace())
                .description("room left where the data lie")
                .baseUnit("bytes")
                .register(registry);
    }
}
