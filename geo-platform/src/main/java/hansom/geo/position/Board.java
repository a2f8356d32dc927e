package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.geo.road.Start;
import hansom.geo.road.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where everybody was last seen, in memory, in squares of a hundredth of a degree, so that those near a point are found without looking at
 * all. Written by one thread at a time, read by any; distances are exact.
 */
final class Board {
    private static final double SIDE = 0.01;
    private static final int ROUND_THE_EARTH = 36_000;
    private static final double METRES_A_DEGREE = 111_194;
    private static final long FIRST_LOOK_METRES = 500;

    private final Map<DriverId, Fix> byDriver = new ConcurrentHashMap<>();
    private final Map<Long, Map<DriverId, Fix>> bySquare = new ConcurrentHashMap<>();
    private final Map<DriverId, Whereabouts> onRoads = new ConcurrentHashMap<>();
    private Set<DriverId> moved = new HashSet<>();

    /** Somebody and how far he is, in a straight line. */
    record Near(Fix fix, long metres) {}

    /** Newest wins. */
    synchronized void put(Fix fix) {
        Fix known = byDriver.get(fix.driver());
        Fix now = known == null ? fix : known.and(fix);
        byDriver.put(fix.driver(), now);
        if (known == null || !known.position().equals(now.position())) moved.add(fix.driver());
        if (known != null && square(known.point()) != square(now.point())) leaveSquare(known);
        bySquare.computeIfAbsent(square(now.point()), _ -> new ConcurrentHashMap<>())
                .put(now.driver(), now);
    }

    synchronized void forgetUnheardSince(Instant instant) {
        for (Fix fix : List.copyOf(byDriver.values()))
            if (fix.heard().isBefore(instant)) {
                byDriver.remove(fix.driver());
                onRoads.remove(fix.driver());
                leaveSquare(fix);
            }
    }

    /** Those who have been heard from another place or time since this was last asked. */
    synchronized Set<DriverId> takeMoved() {
        Set<DriverId> taken = moved;
        moved = new HashSet<>();
        return taken;
    }

    /** Where on the roads somebody is; null when that is not known any more. */
    synchronized void place(DriverId driver, @Nullable Whereabouts place) {
        if (place == null || !byDriver.containsKey(driver)) onRoads.remove(driver);
        else onRoads.put(driver, place);
    }

    /** As of the last report that was followed. */
    Optional<Whereabouts> whereabouts(DriverId driver) {
        return Optional.ofNullable(onRoads.get(driver));
    }

    /** Where a way of somebody who was last heard from there begins. */
    Start start(Fix fix) {
        return new Start(fix.point(), onRoads.get(fix.driver()));
    }

    private void leaveSquare(Fix fix) {
        bySquare.computeIfPresent(square(fix.point()), (_, drivers) -> {
            drivers.remove(fix.driver());
            return drivers.isEmpty() ? null : drivers;
        });
    }

    Optional<Fix> find(DriverId driver) {
        return Optional.ofNullable(byDriver.get(driver));
    }

    /** Everybody who is not farther than this, nearest first. */
    List<Near> within(Point around, long metres, Predicate<DriverId> wanted) {
        List<Near> near = new ArrayList<>();
        double high = metres / METRES_A_DEGREE;
        double cosine = Math.cos(Math.toRadians(Math.min(90, Math.abs(around.lat()) + high)));
        double wide = cosine < 0.01 ? 180 : Math.min(180, high / cosine);
        long rows = row(around.lat() + high) - row(around.lat() - high) + 1;
        long columns = Math.min(ROUND_THE_EARTH, row(around.lng() + wide) - row(around.lng() - wide) + 1);
        if (rows * columns > bySquare.size()) {
            bySquare.values().forEach(square -> collect(square, around, metres, wanted, near));
        } else {
            for (long row = row(around.lat() - high); row <= row(around.lat() + high); row++)
                for (long column = 0; column < columns; column++) {
                    Map<DriverId, Fix> square = bySquare.get(key(row, row(around.lng() - wide) + column));
                    if (square != null) collect(square, around, metres, wanted, near);
                }
        }
        near.sort(Comparator.comparingLong(Near::metres)
                .thenComparing(found -> found.fix().driver().value()));
        return near;
    }

    /** The nearest so many, looked for in ever wider circles. */
    List<Near> nearest(Point around, int limit, long mostMetres, Predicate<DriverId> wanted) {
        for (long metres = FIRST_LOOK_METRES; ; metres *= 2) {
            List<Near> near = within(around, Math.min(metres, mostMetres), wanted);
            if (near.size() >= limit || metres >= mostMetres) return near.subList(0, Math.min(limit, near.size()));
        }
    }

    private static void collect(
            Map<DriverId, Fix> square, Point around, long metres, Predicate<DriverId> wanted, List<Near> near) {
        for (Fix fix : square.values()) {
            long away = around.straightTo(fix.point()).metres();
            if (away <= metres && wanted.test(fix.driver())) near.add(new Near(fix, away));
        }
    }

    private static long square(Point point) {
        return key(row(point.lat()), row(point.lng()));
    }

    private static long row(double degrees) {
        return (long) Math.floor(degrees / SIDE);
    }

    /** Columns close round the earth at the 180th meridian. */
    private static long key(long row, long column) {
        return row * ROUND_THE_EARTH + Math.floorMod(column, ROUND_THE_EARTH);
    }
}
