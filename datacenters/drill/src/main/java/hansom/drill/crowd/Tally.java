package hansom.drill.crowd;

import hansom.bench.app.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened to a crowd, counted. */
public final class Tally {
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger outages = new AtomicInteger();
    private final Map<String, Integer> troubles = new TreeMap<>();

    void wasPlaced() {
        placed.incrementAndGet();
    }

    void wasServed() {
        served.incrementAndGet();
    }

    /** As read from elsewhere. */
    void is(int orders, int rides, int aways) {
        placed.set(orders);
        served.set(rides);
        outages.set(aways);
    }

    /** A call without an answer: the node is away. */
    void outage() {
        outages.incrementAndGet();
    }

    /** An answer that nobody expected, by what it said. */
    void trouble(Answer answer) {
        trouble("%s %d %s"
                .formatted(
                        answer.call()
                                .replaceAll("[a-z]{3}_[0-9a-f-]{36}[0-9a-z_-]*", "…")
                                .replaceAll("\\?.*", ""),
                        answer.status(),
                        answer.code()));
    }

    synchronized void trouble(String what) {
        troubles.merge(what, 1, Integer::sum);
    }

    public int orders() {
        return placed.get();
    }

    public int served() {
        return served.get();
    }

    public int outages() {
        return outages.get();
    }

    public synchronized Map<String, Integer> troubles() {
        return new TreeMap<>(troubles);
    }
}
