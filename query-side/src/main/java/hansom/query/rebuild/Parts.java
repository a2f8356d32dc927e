package hansom.query.rebuild;

import hansom.engines.axon.EventPlaces;
import hansom.engines.axon.Projections;
import hansom.query.row.Generations;
import hansom.query.row.View;
import hansom.query.row.Views;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** What a rebuild works with. */
@Component
record Parts(
        EventStore events,
        EventPlaces places,
        Projections projections,
        Generations generations,
        Views views,
        GenerationTables tables,
        GenerationStore store,
        TokenStore tokens,
        TransactionManager transactions,
        PlatformTransactionManager snapshots) {

    /** Reads, for as long as it lasts, what was there at its first look. */
    TransactionDefinition snapshot() {
        DefaultTransactionDefinition definition =
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        definition.setReadOnly(true);
        return definition;
    }

    Fill fill(View view, long generation) {
        return new Fill(view, generation, projections, generations, views, tokens, transactions, store);
    }

    /** The place of the newest event. */
    long head() {
        @Nullable TrackingToken head = events.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** Where each of these events stands in the store; one that came late is not where its token says. */
    Map<String, Long> places(Iterable<TrackedEventMessage<?>> chunk) {
        Map<String, Long> tokens = new HashMap<>();
        chunk.forEach(event -> tokens.put(
                event.getIdentifier(), event.trackingToken().position().orElse(0)));
        tokens.putAll(places.of(tokens.keySet()));
        return tokens;
    }
}
