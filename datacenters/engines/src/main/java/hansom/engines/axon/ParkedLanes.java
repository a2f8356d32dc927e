package hansom.engines.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries parked events again, each with the handler that parked it, in a transaction that also takes it off the list. */
final class ParkedLanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedLanes.class);
    private static final long POLL_MILLIS = 500;

    private final ParkedEvents parked;
    private final SagaSteps steps;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parked-events").factory());

    ParkedLanes(ParkedEvents parked, SagaSteps steps) {
        this.parked = parked;
        this.steps = steps;
    }

    void open(String name, Lane lane) {
        lanes.put(name, lane);
    }

    void start() {
        timer.scheduleWithFixedDelay(this::retryAllThatIsDue, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
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
    public void close() {
        timer.shutdownNow();
    }

    /** The handler of a lane: one class of sagas, or one projection. */
    interface Lane {
        void handle(EventMessage<?> event, String subject) throws Exception;
    }
}
