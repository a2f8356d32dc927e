package hansom.edge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does all chores once an hour. */
@Component
class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final List<Chore> chores;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("edge-chores").factory());

    Chores(List<Chore> chores) {
        this.chores = chores;
    }

    @PostConstruct
    void start() {
        clock.scheduleWithFixedDelay(this::all, 10, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    private void all() {
        for (Chore chore : chores) {
            try {
                chore.tidy();
            } catch (RuntimeException failed) {
                LOG.warn("{} was not done: {}", chore.getClass().getSimpleName(), failed.toString());
            }
        }
    }
}
