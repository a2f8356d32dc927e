package hansom.contract.audit;

import hansom.contract.order.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to an order by an instant: its state folded from events alone, and each event with what it said. */
public record Story(OrderView order, List<Line> lines) {
    public Story {
        lines = List.copyOf(lines);
    }

    /**
     * One stored event: its id, place in the store and in its own stream, its type's name, who caused it when known, and the facts that its
     * sentence is made of (the edge words it in the reader's language).
     */
    public record Line(
            String eventId,
            long position,
            String stream,
            long seq,
            String type,
            Instant at,
            @Nullable String actor,
            Map<String, String> facts) {
        public Line {
            facts = Map.copyOf(facts);
        }
    }
}
