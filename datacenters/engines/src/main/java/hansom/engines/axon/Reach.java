package hansom.engines.axon;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** How far a processor has come on each of its segments; they need not have come equally far. */
public final class Reach {

    private final EventHandlerInvoker handlers;
    private final Map<Segment, Optional<TrackingToken>> tokens;

    Reach(EventHandlerInvoker handlers, Map<Segment, Optional<TrackingToken>> tokens) {
        this.handlers = handlers;
        this.tokens = tokens;
    }

    /** Whether the processor has handled this event of its own, which stands at this place of the store. */
    public boolean covers(EventMessage<?> event, long place) {
        for (var segment : tokens.entrySet())
            if (handlers.canHandle(event, segment.getKey()))
                return segment.getValue().filter(token -> holds(token, place)).isPresent();
        return false;
    }

    /** Whether a reader of the whole stream who stands here has met everything that the processor has. */
    public boolean isWithin(@Nullable TrackingToken reader) {
        return tokens.values().stream()
                .flatMap(Optional::stream)
                .allMatch(token -> reader != null && reader.covers(bare(token)));
    }

    /** The place of the event that the slowest segment handled last; zero when one has not begun. */
    public long place() {
        return tokens.values().stream()
                .mapToLong(token ->
                        token.map(found -> bare(found).position().orElse(0)).orElse(0L))
                .min()
                .orElse(0);
    }

    /** Where the slowest segment stands; empty when one has not begun. */
    public Optional<TrackingToken> slowest() {
        if (tokens.values().stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return tokens.values().stream()
                .flatMap(Optional::stream)
                .map(Reach::bare)
                .min(Comparator.comparingLong(token -> token.position().orElse(0)));
    }

    /** Whether a reader who stands at this token has met the event at this place of the store. */
    public static boolean holds(TrackingToken token, long place) {
        var bare = bare(token);
        if (bare instanceof GapAwareTrackingToken gaps && gaps.getGaps().contains(place)) return false;
        return bare.position().orElse(-1) >= place;
    }

    private static TrackingToken bare(TrackingToken token) {
        return WrappedToken.unwrapLowerBound(token);
    }
}
