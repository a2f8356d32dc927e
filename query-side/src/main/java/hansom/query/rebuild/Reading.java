package hansom.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Reads every stored event as a rebuild does, and makes nothing of it: what a rebuild can at best be as fast as. */
@Component
public final class Reading {
    private final Parts parts;
    private final RebuildSettings settings;

    Reading(Parts parts, RebuildSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /** Reads from the first event to what is the last at the beginning; answers how many. */
    public long readAll() throws Exception {
        long head = parts.head();
        long events = 0;
        ExecutorService workers = Executors.newFixedThreadPool(settings.threads());
        try (Chunks chunks = new Chunks(parts.events(), null, settings.chunk())) {
            long place = 0;
            while (place < head) {
                List<TrackedEventMessage<?>> chunk = chunks.next();
                if (chunk.isEmpty()) continue;
                for (Future<Long> done : workers.invokeAll(tasks(chunk))) events += done.get();
                place = chunk.getLast().trackingToken().position().orElse(place);
            }
            return events;
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Callable<Long>> tasks(List<TrackedEventMessage<?>> chunk) {
        List<Callable<Long>> tasks = new ArrayList<>();
        int part = Math.ceilDiv(chunk.size(), settings.threads());
        for (int from = 0; from < chunk.size(); from += part) {
            List<TrackedEventMessage<?>> mine = chunk.subList(from, Math.min(chunk.size(), from + part));
            tasks.add(() -> mine.stream().filter(Reading::hasContents).count());
        }
        return tasks;
    }

    private static boolean hasContents(TrackedEventMessage<?> event) {
        return event.getPayload() != null && event.getMetaData() != null;
    }
}
