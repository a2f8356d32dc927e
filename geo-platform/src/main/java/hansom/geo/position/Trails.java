package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.geo.road.Bends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last piece of road of each car that somebody watches: found once for each position, and forgotten when nobody looks any more. */
final class Trails {
    private static final Duration ONE_PIECE = Duration.ofSeconds(45);
    private static final Duration WATCHED = Duration.ofMinutes(2);
    private static final long STANDING_METRES = 8;
    private static final long FARTHEST_METRES = 1_500;

    private final Bends roads;
    private final Clock realTime;
    private final Map<DriverId, Trail> byDriver = new ConcurrentHashMap<>();
    private volatile Instant swept;

    /** Where a car is shown, and the bends on which it came there, both its ends left out. */
    record Trail(Fix fix, Point end, List<Point> bends, Instant asked) {
        Trail {
            bends = List.copyOf(bends);
        }

        Trail askedAt(Instant now) {
            return new Trail(fix, end, bends, now);
        }
    }

    Trails(Bends roads, Clock realTime) {
        this.roads = roads;
        this.realTime = realTime;
        this.swept = realTime.instant();
    }

    Trail upTo(Fix fix) {
        Instant now = realTime.instant();
        sweep(now);
        Trail known = byDriver.get(fix.driver());
        Trail trail = known != null && known.fix().at().equals(fix.at()) ? known.askedAt(now) : next(known, fix, now);
        byDriver.put(fix.driver(), trail);
        return trail;
    }

    private Trail next(@Nullable Trail before, Fix fix, Instant now) {
        if (before != null && before.fix().at().plus(ONE_PIECE).isAfter(fix.at())) {
            long moved = before.end().straightTo(fix.point()).metres();
            if (moved < STANDING_METRES) return new Trail(fix, before.end(), List.of(), now);
            if (moved < FARTHEST_METRES) {
                List<Point> line = roads.between(before.end(), fix.point());
                if (line.size() > 1) return new Trail(fix, line.getLast(), line.subList(1, line.size() - 1), now);
            }
        }
        return new Trail(fix, roads.onRoad(fix.point()).orElse(fix.point()), List.of(), now);
    }

    private void sweep(Instant now) {
        if (swept.plus(WATCHED).isAfter(now)) return;
        swept = now;
        byDriver.values().removeIf(trail -> trail.asked().plus(WATCHED).isBefore(now));
    }
}
