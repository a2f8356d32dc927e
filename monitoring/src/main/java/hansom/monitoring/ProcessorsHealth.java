package hansom.monitoring;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether every processor of events that belongs to this node runs and none is stuck on an error; names those that are. */
class ProcessorsHealth extends AbstractHealthIndicator {
    private final EventProcessingConfiguration processing;

    ProcessorsHealth(EventProcessingConfiguration processing) {
        super("the processors of events could not be asked");
        this.processing = processing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> ill = new TreeMap<>();
        processing.eventProcessors().forEach((name, processor) -> {
            String state = state(processor);
            if (!state.equals("running")) ill.put(name, state);
        });
        if (ill.isEmpty()) health.up();
        else health.down().withDetails(ill);
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
