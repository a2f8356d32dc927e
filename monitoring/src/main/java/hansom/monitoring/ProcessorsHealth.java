package hansom.monitoring;

import hansom.engines.Degraded;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether every processor of events that belongs to this node runs and none is stuck on an error; names those that are. One that runs and
 * is far behind shows people an old state: that is a degraded node, not a dead one.
 */
class ProcessorsHealth extends AbstractHealthIndicator {
    private static final double FAR_BEHIND_SECONDS = 30;

    private final EventProcessingConfiguration processing;
    private final Supplier<Map<String, Double>> secondsBehind;

    ProcessorsHealth(EventProcessingConfiguration processing, Supplier<Map<String, Double>> secondsBehind) {
        super("the processors of events could not be asked");
        this.processing = processing;
        this.secondsBehind = secondsBehind;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> ill = new TreeMap<>();
        processing.eventProcessors().forEach((name, processor) -> {
            String state = state(processor);
            if (!state.equals("running")) ill.put(name, state);
        });
        if (!ill.isEmpty()) {
            health.down().withDetails(ill);
            return;
        }
        Map<String, String> late = new TreeMap<>();
        secondsBehind.get().forEach((name, seconds) -> {
            if (seconds > FAR_BEHIND_SECONDS) late.put(name, "%.0f seconds behind".formatted(seconds));
        });
        if (late.isEmpty()) health.up();
        else health.status(Degraded.STATUS).withDetails(late);
    }

    private static String state(EventProcessor processor) {
        if (processor.isError()) return "in error";
        if (!processor.isRunning()) return "stopped";
        if (processor instanceof StreamingEventProcessor streaming
                && streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState))
            return "a segment is in error";
        return "running";
    }
}
