package hansom.engines.axon;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored events for readers who want to be told when there are more; Axon's own store lets them look twice a second. One thread waits
 * at the store's end for all of them. It tells them forty times a second at most, so that under load they take many events at once.
 *
 * <p>That thread's reader is the first of those who share the store's cache, and never leaves. An empty cache begins where its first
 * reader is, and is asked for that place twice: were it another the second time, all who are between the two would be told nothing of
 * the events there.
 */
final class WakingEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(WakingEvents.class);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private @Nullable Thread watch;

    WakingEvents(StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.events = events;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
        return new Woken(events.openStream(from));
    }

    private synchronized void add(Runnable callback) {
        if (watch == null) {
            var end = openEnd();
            watch = Thread.ofPlatform().daemon().name("event-watch").start(() -> watch(end));
        }
        callbacks.add(callback);
    }

    /** A reader shares the cache once it has found nothing more to read. */
    private BlockingStream<TrackedEventMessage<?>> openEnd() {
        var end = events.openStream(events.createHeadToken());
        try {
            while (end.hasNextAvailable()) end.nextAvailable();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return end;
    }

    /** Nobody is told any more. */
    synchronized void close() {
        if (watch != null) watch.interrupt();
        callbacks.clear();
    }

    private void watch(BlockingStream<TrackedEventMessage<?>> end) {
        try (end) {
            while (true) {
                try {
                    tell(end);
                } catch (RuntimeException unreadable) {
                    LOG.debug("the end of the store cannot be read; readers look by themselves meanwhile", unreadable);
                    Thread.sleep(Duration.ofSeconds(1));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(BlockingStream<TrackedEventMessage<?>> end) throws InterruptedException {
        if (!end.hasNextAvailable(1, TimeUnit.SECONDS)) return;
        while (end.hasNextAvailable()) end.nextAvailable();
        callbacks.forEach(Runnable::run);
        Thread.sleep(PAUSE);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return events.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return events.createTokenSince(duration);
    }

    /** One reader's stream. */
    private final class Woken implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable Runnable callback;

        Woken(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        /** Some stores tell by themselves. */
        @Override
        public boolean setOnAvailableCallback(Runnable wanted) {
            if (stream.setOnAvailableCallback(wanted)) return true;
            callback = wanted;
            add(wanted);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            if (callback != null) callbacks.remove(callback);
            stream.close();
        }
    }
}
