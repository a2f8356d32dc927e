package hansom.edge.testing;

import hansom.contract.driver.DriverCommand.RegisterDriver;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderCommand.RegisterRider;
import hansom.edge.EdgeConfiguration;
import hansom.edge.EdgeTables;
import hansom.edge.EdgeTablesForTests;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.sql.Migrations;
import hansom.engines.testing.TestFolder;
import hansom.engines.testing.TestPostgres;
import hansom.engines.testing.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.PropertyNamingStrategies;

/** The way in, on real engines and a real port: sign-in, problems and idempotency, with nothing behind them but a register of people. */
public final class Door implements AutoCloseable {
    /** The profile of controllers that exist for one test only; the whole edge would find them too. */
    public static final String TRIALS = "trials";

    private final ConfigurableApplicationContext context;
    public final Path data;

    private Door(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    public static Door open(Class<?>... more) {
        return open(TestPostgres.freshAddress(), Map.of(), more);
    }

    public static Door open(PostgresAddress postgres, Map<String, Object> settings, Class<?>... more) {
        return open(Rooms.class, postgres, settings, more);
    }

    /** The whole edge, with all its rooms. */
    public static Door openAll(Class<?>... more) {
        return open(Whole.class, TestPostgres.freshAddress(), Map.of("hansom.roles", "edge"), more);
    }

    private static Door open(Class<?> rooms, PostgresAddress postgres, Map<String, Object> settings, Class<?>... more) {
        Path data = TestFolder.make("door", () -> {});
        var context = new SpringApplicationBuilder(rooms)
                .sources(more)
                .profiles("sandbox", rooms == Rooms.class ? TRIALS : "whole")
                .properties(Map.of(
                        "hansom.data", data.toString(),
                        "hansom.postgres", addressOf(postgres),
                        "hansom.redis", TestRedis.uri(),
                        "hansom.host", "127.0.0.1",
                        "hansom.live-port", "0",
                        "server.port", "0",
                        "spring.main.banner-mode", "off",
                        "spring.flyway.enabled", "false",
                        "axon.axonserver.enabled", "false"))
                .properties("hansom.limits.codes-per-number=5")
                .properties(settings)
                .run();
        return new Door(context, data);
    }

    private static String addressOf(PostgresAddress postgres) {
        String place = postgres.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("\\?.*", "");
        return "postgres://%s:%s@%s".formatted(postgres.user(), postgres.password(), place);
    }

    public Visitor visitor() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Visitor("http://127.0.0.1:" + port, "");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the node consists of in these tests. */
    @EnableAutoConfiguration
    @Import({EnginesConfiguration.class, Register.class})
    @ComponentScan({"hansom.edge.signin", "hansom.edge.refusal", "hansom.edge.idempotency"})
    static class Rooms {
        @Bean
        EdgeTables edgeTables(DataSource dataSource) {
            Migrations.run(dataSource, "edge");
            return EdgeTablesForTests.ready();
        }

        @Bean
        JsonMapperBuilderCustomizer publicJson() {
            return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    }

    /** What a node of the role consists of. */
    @EnableAutoConfiguration
    @Import({EnginesConfiguration.class, EdgeConfiguration.class, Register.class})
    static class Whole {}

    /** Writes down who was registered. */
    public static class Register {
        public final List<RegisterRider> riders = new CopyOnWriteArrayList<>();
        public final List<RegisterDriver> drivers = new CopyOnWriteArrayList<>();
        public volatile boolean closed;

        @CommandHandler
        Long handle(RegisterRider rider) {
            if (closed)
                throw new CommandExecutionException("no", null, new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE));
            riders.add(rider);
            return 0L;
        }

        @CommandHandler
        Long handle(RegisterDriver driver) {
            drivers.add(driver);
            return 0L;
        }
    }
}
