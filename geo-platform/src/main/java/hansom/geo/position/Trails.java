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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last piece of road of each car that somebody watches: found once for each position, and forgotten when nobody looks any more. */
final class Trails {
    private static final Duration ONE_PIECE = Duration.ofSeconds(45);
    private static final Duration WATCHED = Duration.ofMinutes(2);
    private static final long STANDING_METRES = 8;
    private static final long FARTHEST_METRES = 1_500;

    private final Supplier<Bends> roads;
    private final Clock realTime;
    private final Map<DriverId, Trail> byDriver = new ConcurrentHashMap<>();
    private volatile Instant swept;

    /** Where a car is shown since it moved last, and the bends on which it came there, both its ends left out; and its latest position. */
    record Trail(Fix moved, Point end, List<Point> bends, Fix latest, Instant asked) {
        Trail {
            bends = List.copyOf(bends);
        }

        Trail standing(Fix heard, Instant now) {
            return new Trail(moved, end, bends, heard, now);
        }
    }

    Trails(Supplier<Bends> roads, Clock realTime) {
        this.roads = roads;
        this.realTime = realTime;
        this.swept = realTime.instant();
    }

    Trail upTo(Fix fix) {
        Instant now = realTime.instant();
        sweep(now);
        Trail known = byDriver.get(fix.driver());
        Trail trail = known != null && stands(known, fix) ? known.standing(fix, now) : next(known, fix, now);
        byDriver.put(fix.driver(), trail);
        return trail;
    }

    /** Phones err by some metres also when nobody moves. */
    private static boolean stands(Trail known, Fix fix) {
        return known.moved().point().straightTo(fix.point()).metres() < STANDING_METRES;
    }

    private Trail next(@Nullable Trail before, Fix fix, Instant now) {
        if (before != null
                && before.latest().at().plus(ONE_PIECE).isAfter(fix.at())
                && before.end().straightTo(fix.point()).metres() < FARTHEST_METRES) {
            List<Point> line = roads.get().between(before.end(), fix.point());
            if (line.size() > 1) return new Trail(fix, line.getLast(), line.subList(1, line.size() - 1), fix, now);
        }
        return new Trail(fix, roads.get().onRoad(fix.point()).orElse(fix.point()), List.of(), fix, now);
    }

    private void sweep(Instant now) {
        if (swept.plus(WATCHED).isAfter(now)) return;
        swept = now;
        byDriver.values().removeIf(trail -> trail.asked().plus(WATCHED).isBefore(now));
    }
}
