package hansom.engines.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;

/** The projections of this node by their processing group, so that their rows can be made once more from the first event on while they go on. */
public final class Projections {

    private final SqlTokenStore tokens;
    private final ParkedEvents parked;
    private final Map<String, EventHandlerInvoker> handlers = new ConcurrentHashMap<>();

    Projections(SqlTokenStore tokens, ParkedEvents parked) {
        this.tokens = tokens;
        this.parked = parked;
    }

    void open(String group, EventHandlerInvoker invoker) {
        handlers.put(group, invoker);
    }

    /** Whether the group handles events of this type. */
    public boolean concerns(String group, Class<?> payloadType) {
        return of(group).canHandleType(payloadType);
    }

    /** Hands an event to the group's handlers, in the caller's unit of work. */
    public void handle(String group, EventMessage<?> event) throws Exception {
        of(group).handle(event, Segment.ROOT_SEGMENT);
    }

    /** How far the group's own processor has come, as committed. */
    public Reach reach(String group) {
        int[] segments = tokens.fetchSegments(group);
        Map<Segment, Optional<TrackingToken>> reached = new LinkedHashMap<>();
        for (int segment : segments)
            reached.put(Segment.computeSegment(segment, segments), Optional.ofNullable(tokens.peek(group, segment)));
        return new Reach(of(group), reached);
    }

    /** The ids of the group's parked events. */
    public Set<String> parked(String group) {
        return parked.ids(group);
    }

    private EventHandlerInvoker of(String group) {
        return Objects.requireNonNull(handlers.get(group), () -> "no projection is called " + group);
    }
}
