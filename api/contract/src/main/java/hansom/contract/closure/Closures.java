package hansom.contract.closure;

import hansom.contract.closure.ClosureEvent.RoadsClosed;
import java.util.List;

/** Closures that hold now or will. */
public record Closures(List<RoadsClosed> closures) {
    public Closures {
        closures = List.copyOf(closures);
    }
}
