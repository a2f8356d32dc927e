package hansom.geo.traffic;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much slower than usual the roads of each neighbourhood, some hundred metres wide, are lately: for jams spread, and most stretches are
 * not driven over while one lasts.
 */
final class Around {
    private static final double DEGREES = 0.0045;
    /** As many passages as it counts for that a neighbourhood is as usual. */
    private static final double AS_USUAL = 10;

    private static final double LEAST = 0.6;
    private static final double MOST = 3;
    private static final double MILLIONTHS = 1e-6;
    private static final int ROWS = 100_000;

    private final Map<Integer, Learned> lately = new HashMap<>();

    /** The neighbourhood of a place, in millionths of a degree. */
    static int of(int lat, int lng) {
        double narrow = Math.cos(Math.toRadians(lat * MILLIONTHS));
        return (int) Math.floor(lat * MILLIONTHS / DEGREES) * ROWS
                + (int) Math.floor(lng * MILLIONTHS * narrow / DEGREES);
    }

    Around copy() {
        Around copy = new Around();
        copy.lately.putAll(lately);
        return copy;
    }

    void learn(int neighbourhood, double ratio, double counts, Instant at) {
        lately.merge(neighbourhood, new Learned(counts, Math.clamp(ratio, LEAST, MOST), at), Learned::and);
    }

    double ratio(int neighbourhood, Instant now) {
        Learned learned = lately.get(neighbourhood);
        if (learned == null) return 1;
        double weight = learned.weightAt(now);
        return (weight * learned.slowness() + AS_USUAL) / (weight + AS_USUAL);
    }

    void forget(Instant now) {
        lately.values().removeIf(learned -> learned.isForgotten(now));
    }
}
