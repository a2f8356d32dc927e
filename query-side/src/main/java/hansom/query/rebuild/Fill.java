package hansom.query.rebuild;

import hansom.engines.axon.Projections;
import hansom.engines.axon.Reach;
import hansom.query.row.Generations;
import hansom.query.row.Rows;
import hansom.query.row.View;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Fills the next generation of one view: the view's own projection handles the events as replayed ones, and rows and the place in the store
 * commit together. What is parked stays parked and comes to the rows when it is tried again.
 */
final class Fill {
    private static final GlobalSequenceTrackingToken FOR_EVER = new GlobalSequenceTrackingToken(Long.MAX_VALUE);

    private final View view;
    private final long generation;
    private final Projections projections;
    private final Generations generations;
    private final Views views;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final GenerationStore store;
    private final Rows rows = new Rows();
    private final Map<Class<?>, Boolean> concerns = new HashMap<>();
    private @Nullable TrackingToken reached;

    Fill(
            View view,
            long generation,
            Projections projections,
            Generations generations,
            Views views,
            TokenStore tokens,
            TransactionManager transactions,
            GenerationStore store) {
        this.view = view;
        this.generation = generation;
        this.projections = projections;
        this.generations = generations;
        this.views = views;
        this.tokens = tokens;
        this.transactions = transactions;
        this.store = store;
    }

    View view() {
        return view;
    }

    long generation() {
        return generation;
    }

    /** Takes up the place of an earlier process, or begins before the first event; says whether it begins. */
    boolean begin() {
        boolean fresh = tokens.fetchSegments(name()).length == 0;
        if (fresh) tokens.initializeTokenSegments(name(), 1, null);
        reached = tokens.fetchToken(name(), 0);
        return reached == null;
    }

    /** Forgets the place; the generation is complete or given up. */
    void end() {
        store.forgetPassedOver(view.name());
        if (tokens.fetchSegments(name()).length == 0) return;
        tokens.fetchToken(name(), 0);
        tokens.deleteToken(name(), 0);
    }

    private String name() {
        return "rebuild.%s.%d".formatted(view.name(), generation);
    }

    @Nullable
    TrackingToken reached() {
        return reached;
    }

    long place() {
        return reached == null ? 0 : reached.position().orElse(0);
    }

    /** Handles the view's events of a chunk and keeps the place behind its last. */
    void take(List<TrackedEventMessage<?>> chunk) throws Exception {
        handle(chunk, event -> true, chunk.getLast().trackingToken());
    }

    /** Handles those of the events that are wanted, and keeps no place: whoever reads on meets them again, which does no harm. */
    void takeOnly(List<TrackedEventMessage<?>> chunk, Predicate<TrackedEventMessage<?>> wanted) throws Exception {
        handle(chunk, wanted, null);
    }

    private void handle(
            List<TrackedEventMessage<?>> chunk,
            Predicate<TrackedEventMessage<?>> wanted,
            @Nullable TrackingToken behind)
            throws Exception {
        Set<String> parked = projections.parked(view.processor());
        List<TrackedEventMessage<?>> mine =
                chunk.stream().filter(this::isMine).filter(wanted).toList();
        store.passOver(
                view.name(),
                mine.stream()
                        .map(EventMessage::getIdentifier)
                        .filter(parked::contains)
                        .toList());
        List<TrackedEventMessage<?>> handled = mine.stream()
                .filter(event -> !parked.contains(event.getIdentifier()))
                .toList();
        try {
            if (handled.isEmpty()) keep(behind);
            else write(handled, behind);
        } catch (Exception undone) {
            rows.forget();
            throw undone;
        }
        if (behind != null) reached = behind;
    }

    private boolean isMine(TrackedEventMessage<?> event) {
        boolean concerned =
                concerns.computeIfAbsent(event.getPayloadType(), type -> projections.concerns(view.processor(), type));
        return concerned && (reached == null || !reached.covers(event.trackingToken()));
    }

    /** Whether it has passed this event of its view's, which stands at this place of the store. */
    boolean holds(TrackedEventMessage<?> event, long place) {
        return reached != null
                && projections.concerns(view.processor(), event.getPayloadType())
                && Reach.holds(reached, place);
    }

    private void keep(@Nullable TrackingToken behind) {
        if (behind != null) tokens.storeToken(behind, name(), 0);
    }

    /** One unit of work for all of them: one for each, as a processor has, costs as much as the handling. */
    private void write(List<TrackedEventMessage<?>> events, @Nullable TrackingToken behind) throws Exception {
        DefaultUnitOfWork<TrackedEventMessage<?>> batch = DefaultUnitOfWork.startAndGet(events.getFirst());
        batch.attachTransaction(transactions);
        generations.fill(batch, view.name(), generation, rows);
        batch.onPrepareCommit(ready -> {
            rows.write(views);
            keep(behind);
        });
        var outcome = batch.executeWithResult(() -> {
            expect(events);
            for (TrackedEventMessage<?> event : events) projections.handle(view.processor(), replayed(event));
            return true;
        });
        if (!outcome.isExceptional()) return;
        if (outcome.exceptionResult() instanceof Exception failure) throw failure;
        throw new IllegalStateException(outcome.exceptionResult());
    }

    /** A view's row mostly bears the name of the stream that feeds it. */
    private void expect(List<TrackedEventMessage<?>> events) {
        @Nullable
        ViewTable<?> table = views.find(view.tables().getFirst().name()).orElse(null);
        if (table == null) return;
        rows.expect(
                table,
                events.stream()
                        .filter(event -> event instanceof DomainEventMessage<?>)
                        .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                        .toList());
    }

    /** The event as a projection knows one that it has told of before. */
    private static EventMessage<?> replayed(TrackedEventMessage<?> event) {
        long place = event.trackingToken().position().orElse(0);
        TrackingToken token = ReplayToken.createReplayToken(FOR_EVER, new GlobalSequenceTrackingToken(place));
        return event instanceof DomainEventMessage<?> domain
                ? new GenericTrackedDomainEventMessage<>(
                        token,
                        domain.getType(),
                        domain.getAggregateIdentifier(),
                        domain.getSequenceNumber(),
                        domain,
                        domain::getTimestamp)
                : new GenericTrackedEventMessage<>(token, event);
    }

    /** Whether all that was passed over because it was parked is parked still; else the rows lack it. */
    boolean lacksNothing() {
        return projections.parked(view.processor()).containsAll(store.passedOver(view.name()));
    }
}
