package hansom.geo.closure;

import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureId;
import hansom.contract.geo.Point;
import hansom.geo.road.Closings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All closures that hold now or will, in memory; those of this moment are what the roads keep away from. */
class ClosureBoard implements Closings {
    private final Clock clock;
    private final Map<ClosureId, RoadsClosed> closures = new ConcurrentHashMap<>();
    private volatile InForce latest = new InForce(List.of(), List.of());

    private record InForce(List<RoadsClosed> closures, List<List<Point>> areas) {}

    ClosureBoard(Clock clock) {
        this.clock = clock;
    }

    void put(RoadsClosed closure) {
        closures.put(closure.closureId(), closure);
    }

    void remove(ClosureId closure) {
        closures.remove(closure);
    }

    /** Those that hold now or will, the earliest first. */
    List<RoadsClosed> list() {
        Instant now = clock.instant();
        return closures.values().stream()
                .filter(closure -> !isOver(closure, now))
                .sorted(Comparator.comparing(RoadsClosed::from)
                        .thenComparing(closure -> closure.closureId().value()))
                .toList();
    }

    @Override
    public List<List<Point>> now() {
        InForce known = latest;
        if (closures.isEmpty() && known.closures.isEmpty()) return known.areas;
        Instant now = clock.instant();
        List<RoadsClosed> holding = new ArrayList<>(list());
        holding.removeIf(closure -> closure.from().isAfter(now));
        if (holding.equals(known.closures)) return known.areas;
        InForce fresh = new InForce(
                List.copyOf(holding), holding.stream().map(RoadsClosed::area).toList());
        latest = fresh;
        return fresh.areas;
    }

    @Override
    public List<List<Point>> at(Instant then) {
        return list().stream()
                .filter(closure -> !closure.from().isAfter(then) && !isOver(closure, then))
                .map(RoadsClosed::area)
                .toList();
    }

    private static boolean isOver(RoadsClosed closure, Instant now) {
        return closure.until() != null && !closure.until().isAfter(now);
    }
}
