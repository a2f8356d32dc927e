package hansom.engines.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakingEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InterruptedStorage storage = new InterruptedStorage();
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(storage)
            .fetchDelay(10)
            .timeUnit(TimeUnit.MILLISECONDS)
            .build();
    private final WakingEvents events = new WakingEvents(store);
    private final AtomicInteger told = new AtomicInteger();

    @AfterEach
    void close() {
        events.close();
        store.shutDown();
    }

    @Test
    void tellsAReaderThatThereIsMore() throws Exception {
        try (var stream = events.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(told::incrementAndGet)).isTrue();
            for (int number = 1; number <= 3; number++) {
                int before = told.get();
                happens("news " + number);
                await().atMost(PATIENCE).until(() -> told.get() > before);
                assertThat(next(stream)).isEqualTo("news " + number);
            }
        }
    }

    @Test
    void tellsManyAtOnceAndNobodyWhoHasLeft() {
        AtomicInteger left = new AtomicInteger();
        try (var stream = events.openStream(null)) {
            stream.setOnAvailableCallback(told::incrementAndGet);
            try (var other = events.openStream(null)) {
                other.setOnAvailableCallback(left::incrementAndGet);
            }
            for (int number = 0; number < 2_000; number++) happens("news");
            await().atMost(PATIENCE).until(() -> told.get() > 0);
            assertThat(told.get()).isLessThan(2_000);
            assertThat(left).hasValue(0);
        }
    }

    /**
     * A reader has found nothing after "one"; before it shares the cache, "two" is stored, and another, who knows "two",
     * comes to share it first and leaves while the cache is filled for the first time.
     */
    @Test
    void passesOverNothingWhenAReaderLeaves() throws Exception {
        happens("one");
        try (var reader = events.openStream(store.createHeadToken())) {
            reader.setOnAvailableCallback(told::incrementAndGet);
            storage.afterLooking.set(() -> {
                happens("two");
                var ahead = events.openStream(store.createHeadToken());
                storage.beforeSharing.set(ahead::close);
                assertThat(ahead.hasNextAvailable()).isFalse();
            });
            assertThat(reader.hasNextAvailable()).isFalse();
            happens("three");
            assertThat(next(reader)).isEqualTo("two");
            assertThat(next(reader)).isEqualTo("three");
            assertThat(storage.beforeSharing.get()).isNull();
        }
    }

    /** Looks again and again: a signal that comes between a look of Axon's reader and its waiting is lost, and it would wait on. */
    private static Object next(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        await().atMost(PATIENCE).until(stream::hasNextAvailable);
        return stream.nextAvailable().getPayload();
    }

    private void happens(String what) {
        store.publish(GenericEventMessage.asEventMessage(what));
    }

    /** Something happens between a reading and what is made of it. */
    private static final class InterruptedStorage extends InMemoryEventStorageEngine {

        /** After a reader looked for itself. */
        final AtomicReference<@Nullable Runnable> afterLooking = new AtomicReference<>();

        /** After the shared cache has found something. */
        final AtomicReference<@Nullable Runnable> beforeSharing = new AtomicReference<>();

        @Override
        public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean shared) {
            List<? extends TrackedEventMessage<?>> found =
                    super.readEvents(after, shared).toList();
            if (shared && found.isEmpty()) return found.stream();
            var interruption = (shared ? beforeSharing : afterLooking).getAndSet(null);
            if (interruption != null) interruption.run();
            return found.stream();
        }
    }
}
