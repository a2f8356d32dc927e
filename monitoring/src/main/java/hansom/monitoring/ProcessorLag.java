package hansom.monitoring;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * How far each processor is behind the store: in positions, and in seconds since the store moved past where it stands. The seconds are
 * counted from what was seen since the start, an hour back at most, and are then a lower bound. One that was stopped keeps its place.
 */
final class ProcessorLag implements Figures.Reader {
    private static final int REMEMBERED = 3_600;
    private static final String EVENTS = "positions of the event store that the processor has still to pass";
    private static final String SECONDS = "time since the store moved past where the processor stands";
    private static final String RUNNING = "1 while the processor runs on this node and is not in error, else 0";

    private final EventProcessingConfiguration processing;
    private final EventStore store;
    private final LongSupplier nanos;
    private final ArrayDeque<Head> heads = new ArrayDeque<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, Double> behind = new ConcurrentHashMap<>();

    /** Where the store's end was first seen to be. */
    private record Head(long position, long seenAt) {}

    ProcessorLag(EventProcessingConfiguration processing, EventStore store, LongSupplier nanos) {
        this.processing = processing;
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public void read(Figures.Page page) {
        var token = store.createHeadToken();
        long head = token == null ? -1 : token.position().orElse(-1);
        long now = nanos.getAsLong();
        if (heads.isEmpty() || heads.getLast().position() < head) heads.add(new Head(head, now));
        if (heads.size() > REMEMBERED) heads.removeFirst();
        page.put("hansom.events.head", "", "position of the last event stored", Tags.empty(), head);
        processing.eventProcessors().forEach((name, processor) -> {
            var tags = Tags.of("processor", name);
            page.put("hansom.processor.running", "", RUNNING, tags, isRunning(processor) ? 1 : 0);
            place(processor).ifPresent(place -> places.put(name, place));
            long place = places.getOrDefault(name, -1L);
            page.put("hansom.processor.lag.events", "", EVENTS, tags, Math.max(0, head - place));
            double seconds = secondsBehind(place, head, now);
            behind.put(name, seconds);
            page.put("hansom.processor.lag", "seconds", SECONDS, tags, seconds);
        });
    }

    /** How many seconds each processor was behind when last looked at. */
    Map<String, Double> secondsBehind() {
        return Map.copyOf(behind);
    }

    private double secondsBehind(long place, long head, long now) {
        if (place >= head) return 0;
        return heads.stream()
                .filter(passed -> passed.position() > place)
                .mapToDouble(passed -> (now - passed.seenAt()) / 1e9)
                .findFirst()
                .orElse(0);
    }

    private static boolean isRunning(EventProcessor processor) {
        return processor.isRunning() && !processor.isError();
    }

    private static OptionalLong place(EventProcessor processor) {
        if (!(processor instanceof StreamingEventProcessor streaming)) return OptionalLong.empty();
        return streaming.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }
}
