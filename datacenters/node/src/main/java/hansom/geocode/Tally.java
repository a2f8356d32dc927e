package hansom.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts of one manner: right at the first place, among the first five, nothing found at all; processor time a question. */
final class Tally {
    private static final int FEW = 5;

    private final List<Long> nanos = new ArrayList<>();
    private int first;
    private int five;
    private int nothing;

    void add(int rank, boolean empty, long cpuNanos) {
        nanos.add(cpuNanos);
        if (rank == 0) first++;
        if (rank >= 0 && rank < FEW) five++;
        if (empty) nothing++;
    }

    String line() {
        List<Long> sorted = nanos.stream().sorted().toList();
        double mean = nanos.stream().mapToLong(Long::longValue).average().orElse(0);
        long late = sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.99));
        return String.format(
                Locale.ROOT,
                "n=%d first=%d five=%d nothing=%d cpu_us=%.0f p99_us=%.0f",
                nanos.size(),
                first,
                five,
                nothing,
                mean / 1e3,
                late / 1e3);
    }
}
