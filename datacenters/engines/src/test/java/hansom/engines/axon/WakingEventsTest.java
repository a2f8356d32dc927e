package hansom.engines.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakingEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
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
                assertThat(stream.nextAvailable().getPayload()).isEqualTo("news " + number);
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

    private void happens(String what) {
        store.publish(GenericEventMessage.asEventMessage(what));
    }
}
