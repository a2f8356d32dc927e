package hansom.geo.position;

import hansom.contract.driver.DriverId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What has been reported and not yet written: the newest position of each driver, and every point of those who have an order. While Redis
 * is away it fills up to a bound; beyond it the oldest points of tracks go, never the newest positions.
 */
final class Inbox {
    private static final int MOST_POINTS = 200_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Predicate<DriverId> onOrder;
    private final Map<DriverId, Fix> newest = new HashMap<>();
    private Map<DriverId, Fix> shown = new HashMap<>();
    private List<Fix> points = new ArrayList<>();

    Inbox(Predicate<DriverId> onOrder) {
        this.onOrder = onOrder;
    }

    /** What is written together. */
    record Batch(Map<DriverId, Fix> shown, List<Fix> points) {
        boolean isEmpty() {
            return shown.isEmpty() && points.isEmpty();
        }
    }

    /** A late point does not move the car back, but tells that the phone is alive, and belongs to the track. */
    void put(Fix fix) {
        boolean tracked = onOrder.test(fix.driver());
        synchronized (this) {
            shown.put(fix.driver(), newest.merge(fix.driver(), fix, Fix::and));
            if (tracked) points.add(fix);
        }
    }

    synchronized Batch take() {
        Batch batch = new Batch(shown, points);
        shown = new HashMap<>();
        points = new ArrayList<>();
        return batch;
    }

    /** Puts back what could not be written; says how many points of tracks were too many. */
    synchronized int giveBack(Batch batch) {
        batch.shown().forEach((driver, fix) -> shown.merge(driver, fix, Fix::and));
        List<Fix> all = new ArrayList<>(batch.points());
        all.addAll(points);
        int lost = Math.max(0, all.size() - MOST_POINTS);
        points = lost == 0 ? all : new ArrayList<>(all.subList(lost, all.size()));
        return lost;
    }

    /** Forgets phones that have long been silent. */
    synchronized void forget(Instant now) {
        Instant old = now.minus(REMEMBERED);
        newest.values().removeIf(fix -> fix.heard().isBefore(old));
    }
}
