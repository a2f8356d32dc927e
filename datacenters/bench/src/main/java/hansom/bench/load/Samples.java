package hansom.bench.load;

import java.util.Arrays;

/** Times that were measured, in milliseconds. */
public final class Samples {
    private static final int FIRST_ROOM = 1024;

    private double[] values = new double[FIRST_ROOM];
    private int size;

    synchronized void add(double millis) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = millis;
    }

    void addSince(long begun) {
        add((System.nanoTime() - begun) / 1e6);
    }

    /** The value that so large a share of all does not exceed; none is not a number. */
    public synchronized double quantile(double share) {
        if (size == 0) return Double.NaN;
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) Math.ceil(share * size) - (share > 0 ? 1 : 0))];
    }

    public synchronized int size() {
        return size;
    }
}
