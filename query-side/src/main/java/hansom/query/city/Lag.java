package hansom.query.city;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far the slowest view of this node is behind the events that are stored: how many, and for how long it has not been level with them. */
@Component
class Lag {
    private static final String VIEWS = "query.";

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final EventStore events;
    private long levelAt = System.nanoTime();

    Lag(ObjectProvider<EventProcessingConfiguration> processing, EventStore events) {
        this.processing = processing;
        this.events = events;
    }

    /** A reading; both nought when all views are level. */
    record Reading(long events, Duration time) {}

    synchronized Reading read() {
        long now = System.nanoTime();
        long behind = behind();
        if (behind == 0) levelAt = now;
        return new Reading(
                behind, behind == 0 ? Duration.ZERO : Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(now - levelAt)));
    }

    private long behind() {
        @Nullable TrackingToken head = events.createHeadToken();
        OptionalLong last = head == null ? OptionalLong.empty() : head.position();
        if (last.isEmpty()) return 0;
        long slowest = last.getAsLong();
        for (var processor : processing.getObject().eventProcessors().entrySet())
            if (processor.getKey().startsWith(VIEWS)
                    && processor.getValue() instanceof StreamingEventProcessor streaming)
                for (EventTrackerStatus segment : streaming.processingStatus().values())
                    if (!segment.isCaughtUp())
                        slowest = Math.min(slowest, segment.getCurrentPosition().orElse(-1));
        return last.getAsLong() - slowest;
    }
}
