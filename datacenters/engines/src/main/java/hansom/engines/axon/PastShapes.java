package hansom.engines.axon;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;

/** Makes events that were kept in a form they no longer have into today's, one revision after the other, wherever they were kept. */
public final class PastShapes {

    private final EventUpcasterChain chain;

    public PastShapes(List<EventUpcaster> inOrder) {
        chain = new EventUpcasterChain(inOrder);
    }

    EventUpcasterChain chain() {
        return chain;
    }

    /** What a kept event says today. */
    public Object read(DomainEventData<?> kept, Serializer serializer) {
        List<@Nullable Object> today = chain.upcast(Stream.of(new InitialEventRepresentation(kept, serializer)))
                .<@Nullable Object>map(shape -> serializer.deserialize(shape.getData()))
                .toList();
        Object single = today.size() == 1 ? today.getFirst() : null;
        if (single == null)
            throw new IllegalStateException("%s of revision %s has become %d events"
                    .formatted(
                            kept.getPayload().getType().getName(),
                            kept.getPayload().getType().getRevision(),
                            today.size()));
        return single;
    }
}
