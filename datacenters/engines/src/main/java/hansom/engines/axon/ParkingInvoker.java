package hansom.engines.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * Handles the events of a projection or work list in the transaction of the batch, with its token. An event that fails
 * undoes its batch, which the processor takes again after a pause; one that fails thrice is parked in the batch's own
 * transaction instead of being handled, and so is what comes later for the same row, in order. Failures are counted in
 * memory only: a restart gives a sick event three more attempts.
 */
final class ParkingInvoker implements EventHandlerInvoker, ParkedLanes.Lane {

    private static final int ATTEMPTS = 3;

    private final String group;
    private final EventHandlerInvoker handlers;
    private final SequencingPolicy<? super EventMessage<?>> sequencing;
    private final ParkedEvents parked;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    ParkingInvoker(
            String group,
            EventHandlerInvoker handlers,
            SequencingPolicy<? super EventMessage<?>> sequencing,
            ParkedEvents parked) {
        this.group = group;
        this.handlers = handlers;
        this.sequencing = sequencing;
        this.parked = parked;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var row = rowOf(event);
        var failed = failures.get(event.getIdentifier());
        if (failed != null && failed.count() >= ATTEMPTS) {
            parked.park(group, row, event, failed.last());
            failures.remove(event.getIdentifier());
        } else if (parked.holds(group, row)) {
            parked.park(group, row, event, null);
        } else {
            attempt(event, segment);
        }
    }

    private void attempt(EventMessage<?> event, Segment segment) throws Exception {
        try {
            handlers.handle(event, segment);
            failures.remove(event.getIdentifier());
        } catch (Exception failure) {
            failures.merge(event.getIdentifier(), new Failures(1, failure), (before, _) -> before.andThen(failure));
            throw failure;
        }
    }

    @Override
    public void handle(EventMessage<?> event, String row) throws Exception {
        handlers.handle(event, Segment.ROOT_SEGMENT);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return handlers.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
    }

    /** A view is never read anew in place: the next generation is filled beside it. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }

    private String rowOf(EventMessage<?> event) {
        var key = sequencing.getSequenceIdentifierFor(event);
        return key == null ? event.getIdentifier() : String.valueOf(key);
    }

    private record Failures(int count, Exception last) {
        Failures andThen(Exception failure) {
            return new Failures(count + 1, failure);
        }
    }
}
