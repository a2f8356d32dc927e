package hansom.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The stored events from a place on, many at a time; while one chunk is handled the next is read. */
final class Chunks implements AutoCloseable {
    private static final int PAUSE_MILLIS = 50;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final int size;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rebuild-reader").factory());
    private CompletableFuture<List<TrackedEventMessage<?>>> next;

    Chunks(StreamableMessageSource<TrackedEventMessage<?>> events, @Nullable TrackingToken after, int size) {
        this.stream = events.openStream(after);
        this.size = size;
        this.next = CompletableFuture.supplyAsync(this::read, reader);
    }

    /** The next events; few or none at the end of the store, where it waits for a moment. */
    List<TrackedEventMessage<?>> next() throws InterruptedException {
        try {
            List<TrackedEventMessage<?>> chunk = next.get();
            next = CompletableFuture.supplyAsync(this::read, reader);
            return chunk;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private List<TrackedEventMessage<?>> read() {
        try {
            List<TrackedEventMessage<?>> chunk = new ArrayList<>(size);
            while (chunk.size() < size
                    && stream.hasNextAvailable(chunk.isEmpty() ? PAUSE_MILLIS : 0, TimeUnit.MILLISECONDS))
                chunk.add(stream.nextAvailable());
            return chunk;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        try {
            reader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        stream.close();
    }
}
