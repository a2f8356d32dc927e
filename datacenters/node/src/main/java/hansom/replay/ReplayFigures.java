package hansom.replay;

import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewCommand.RebuildViews;
import hansom.contract.view.ViewQuery.ListViews;
import hansom.contract.view.ViewStates;
import hansom.engines.EnginesConfiguration;
import hansom.query.QueryConfiguration;
import hansom.query.rebuild.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Multiplies the events of a stopped node's folder, reads all of them, and rebuilds every view from them, twice each, on the query role
 * alone. The folder is of no other use afterwards.
 */
public final class ReplayFigures {
    private static final int ROUNDS = 2;

    private final ConfigurableApplicationContext node;

    private ReplayFigures(ConfigurableApplicationContext node) {
        this.node = node;
    }

    /** A node that answers and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EnginesConfiguration.class, QueryConfiguration.class})
    static class QueryAlone {
        @Bean
        Multiplied multiplied(JdbcClient sql, @Value("${events:200000}") long events) {
            return new Multiplied(new CopiedEvents(sql), events);
        }
    }

    /** Makes the store large before any processor looks at it. */
    static final class Multiplied implements SmartLifecycle {
        private final CopiedEvents copies;
        private final long wanted;
        private long events;

        Multiplied(CopiedEvents copies, long wanted) {
            this.copies = copies;
            this.wanted = wanted;
        }

        @Override
        public void start() {
            events = copies.until(wanted);
        }

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return events > 0;
        }

        @Override
        public int getPhase() {
            return SpringAxonConfiguration.LIFECYCLE_PHASE - 2;
        }
    }

    /** {@code --hansom.data=FOLDER --events=N}; prints one line of keys a round. */
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(QueryAlone.class)
                .web(WebApplicationType.NONE)
                .properties("hansom.roles=query", "management.endpoint.health.validate-group-membership=false")
                .run(arguments)) {
            ReplayFigures figures = new ReplayFigures(node);
            long events = node.getBean(Multiplied.class).events;
            for (int round = 1; round <= ROUNDS; round++) {
                double read = events / figures.secondsToRead();
                double rebuilt = events / figures.secondsToRebuild();
                System.out.printf(
                        Locale.ROOT,
                        "round=%d events=%d read_only_per_s=%.0f events_per_s=%.0f%n",
                        round,
                        events,
                        read,
                        rebuilt);
            }
        }
        System.exit(0);
    }

    private double secondsToRead() throws Exception {
        long begun = System.nanoTime();
        node.getBean(Reading.class).readAll();
        return since(begun);
    }

    /** Until every row and index is made; what follows, the comparison and the switch, is no reading of events. */
    private double secondsToRebuild() throws InterruptedException {
        long begun = System.nanoTime();
        node.getBean(CommandGateway.class).sendAndWait(new RebuildViews(List.of(), false, "replay"));
        while (state().compareTo(RebuildState.INDEXING) <= 0) Thread.sleep(20);
        double seconds = since(begun);
        while (!state().over()) Thread.sleep(50);
        if (state() != RebuildState.SWITCHED) throw new IllegalStateException("the rebuild ended as " + state());
        return seconds;
    }

    private RebuildState state() {
        return node
                .getBean(QueryGateway.class)
                .query(new ListViews(), ViewStates.class)
                .orTimeout(30, TimeUnit.SECONDS)
                .join()
                .views()
                .stream()
                .map(ViewStates.One::rebuild)
                .filter(Objects::nonNull)
                .map(ViewStates.Rebuild::state)
                .findFirst()
                .orElseThrow();
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
