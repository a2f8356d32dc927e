package hansom.city.phone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What the city counts: every order and how it ended, and everything that a well-behaved app did not expect. */
public final class Tally {
    private static final int MOST_TOLD = 200;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final List<Double> waits = Collections.synchronizedList(new ArrayList<>());
    private final Consumer<String> log;

    public Tally(Consumer<String> log) {
        this.log = log;
    }

    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long many) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).add(many);
    }

    public long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    /** All counts whose names begin so, the rest of the name with its figure. */
    public Map<String, Long> under(String beginning) {
        Map<String, Long> found = new java.util.TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(beginning)) found.put(name.substring(beginning.length()), count.sum());
        });
        return found;
    }

    /** Something that ought not to be; the first of each kind and a number of the others are told in the log. */
    public void error(String kind, String detail) {
        count("errors");
        LongAdder same = errors.computeIfAbsent(kind, _ -> new LongAdder());
        same.increment();
        if (same.sum() <= 5 || of("errors") <= MOST_TOLD) log.accept("error %s: %s".formatted(kind, detail));
    }

    public void say(String line) {
        log.accept(line);
    }

    /** How long a rider waited for his car, in seconds of the city. */
    public void waited(double seconds) {
        waits.add(seconds);
    }

    /** The wait that half of the riders did not exceed; 0 while nobody was fetched. */
    public long medianWait() {
        List<Double> sorted;
        synchronized (waits) {
            sorted = new ArrayList<>(waits);
        }
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : Math.round(sorted.get((sorted.size() - 1) / 2));
    }
}
