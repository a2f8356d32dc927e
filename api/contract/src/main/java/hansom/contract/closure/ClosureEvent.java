package hansom.contract.closure;

import hansom.contract.geo.Point;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of a closure. */
public sealed interface ClosureEvent {
    ClosureId closureId();

    @Revision("1")
    record RoadsClosed(
            ClosureId closureId,
            List<Point> area,
            Instant from,
            @Nullable Instant until,
            String reason,
            String operator,
            Instant at)
            implements ClosureEvent {
        public RoadsClosed {
            area = List.copyOf(area);
        }
    }

    @Revision("1")
    record RoadsReopened(ClosureId closureId, String operator, Instant at) implements ClosureEvent {}
}
