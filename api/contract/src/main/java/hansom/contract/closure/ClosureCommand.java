package hansom.contract.closure;

import hansom.contract.geo.Point;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What an operator may ask about closed roads. */
public sealed interface ClosureCommand {
    @TargetAggregateIdentifier
    ClosureId closureId();

    /** No road inside the area (a ring of at least three points) may be entered from one instant until another, or until reopened. */
    record CloseRoads(
            ClosureId closureId,
            List<Point> area,
            Instant from,
            @Nullable Instant until,
            String reason,
            String operator)
            implements ClosureCommand {
        public CloseRoads {
            area = List.copyOf(area);
        }
    }

    record ReopenRoads(ClosureId closureId, String operator) implements ClosureCommand {}
}
