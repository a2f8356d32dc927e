package hansom.engines.axon;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tries parked events again, each with the handler that parked it, in a transaction that also takes it off the list. */
final class ParkedLanes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedLanes.class);
    private static final long POLL_MILLIS = 500;

    private final ParkedEvents parked;
    private final SagaSteps steps;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    ParkedLanes(ParkedEvents parked, SagaSteps steps) {
        this.parked = parked;
        this.steps = steps;
    }

    void open(String name, Lane lane) {
        lanes.put(name, lane);
    }

    /** All who could park something here. */
    Set<String> names() {
        return Set.copyOf(lanes.keySet());
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("parked-events").factory());
        started.scheduleWithFixedDelay(this::retryAllThatIsDue, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        timer = started;
    }

    /** One pass over what is due; a pass that cannot reach the database is left to the next. */
    void retryAllThatIsDue() {
        try {
            for (var head : parked.due()) {
                var lane = lanes.get(head.lane());
                if (lane != null && parked.claim(head)) retry(head, lane);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Parked events could not be looked at", failure);
        }
    }

    private void retry(ParkedEvents.Head head, Lane lane) {
        try {
            var event = parked.read(head);
            steps.take(event, () -> {
                lane.handle(event, head.subject());
                parked.remove(head.lane(), head.subject(), head.place());
            });
            LOG.info("Parked event {} of {} {} went through", head.place(), head.lane(), head.subject());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.warn("{} {} still fails: {}", head.lane(), head.subject(), String.valueOf(failure));
            parked.failed(head, failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** The handler of a lane: one class of sagas, or one projection. */
    interface Lane {
        void handle(EventMessage<?> event, String subject) throws Exception;
    }
}
