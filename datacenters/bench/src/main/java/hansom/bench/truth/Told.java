package hansom.bench.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was told of trips, held against how long they took. */
public final class Told {
    private final List<Double> errors = new ArrayList<>();
    private double told;
    private double taken;

    void compare(double seconds, double took) {
        errors.add(Math.abs(seconds - took));
        told += seconds;
        taken += took;
    }

    /** In seconds. */
    public double mean() {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Nine of ten were nearer, in seconds. */
    public double p90() {
        return share(errors, 0.9);
    }

    /** Too much, as a share of the time taken. */
    public double bias() {
        return told / taken - 1;
    }

    static double share(List<Double> values, double share) {
        if (values.isEmpty()) return Double.NaN;
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
