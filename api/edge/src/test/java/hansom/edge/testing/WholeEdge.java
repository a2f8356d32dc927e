package hansom.edge.testing;

import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.PositionReports;
import hansom.edge.EdgeConfiguration;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestFolder;
import hansom.engines.testing.TestPostgres;
import hansom.engines.testing.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The edge as a node has it, on real engines and real ports, with {@link Town} behind it. */
public final class WholeEdge implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WholeEdge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static WholeEdge open() {
        return open(Map.of());
    }

    public static WholeEdge open(Map<String, Object> settings) {
        PostgresAddress postgres = TestPostgres.freshAddress();
        Path data = TestFolder.make("edge", () -> {});
        return new WholeEdge(new SpringApplicationBuilder(Rooms.class)
                .profiles("sandbox")
                .properties(Map.ofEntries(
                        Map.entry("hansom.data", data.toString()),
                        Map.entry("hansom.postgres", addressOf(postgres)),
                        Map.entry("hansom.redis", TestRedis.uri()),
                        Map.entry("hansom.host", "127.0.0.1"),
                        Map.entry("hansom.live-port", "0"),
                        Map.entry("hansom.roles", "edge"),
                        Map.entry("server.port", "0"),
                        Map.entry("spring.threads.virtual.enabled", "true"),
                        Map.entry("spring.mvc.problemdetails.enabled", "false"),
                        Map.entry("spring.main.banner-mode", "off"),
                        Map.entry("spring.flyway.enabled", "false"),
                        Map.entry("axon.axonserver.enabled", "false")))
                .properties(settings)
                .run());
    }

    private static String addressOf(PostgresAddress postgres) {
        String place = postgres.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("\\?.*", "");
        return "postgres://%s:%s@%s".formatted(postgres.user(), postgres.password(), place);
    }

    public Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"), "");
    }

    public Town town() {
        return context.getBean(Town.class);
    }

    public Positions positions() {
        return context.getBean(Positions.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The edge and what it stands on. */
    @EnableAutoConfiguration
    @Import({EnginesConfiguration.class, EdgeConfiguration.class})
    static class Rooms {
        @Bean
        Town town(CommandBus bus) {
            return new Town(bus);
        }

        @Bean
        Positions positions() {
            return new Positions();
        }
    }

    /** Writes down what drivers report; nothing moves. */
    public static final class Positions implements PositionReports, PositionFeed {
        public final List<DriverPosition> reported = new CopyOnWriteArrayList<>();

        @Override
        public void report(DriverPosition position) {
            reported.add(position);
        }

        @Override
        public Follower follow(
                hansom.contract.driver.DriverId driver, java.util.function.Consumer<DriverPosition> seen) {
            return () -> {};
        }
    }
}
