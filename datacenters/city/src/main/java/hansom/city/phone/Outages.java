package hansom.city.phone;

import java.util.concurrent.atomic.AtomicLong;

/** When the node was away: what fails then and shortly afterwards is a bad day and not an error. Counted by times, not by calls. */
public final class Outages {
    private static final long ONE_OUTAGE_NANOS = 10_000_000_000L;
    private static final long GRACE_NANOS = 60_000_000_000L;

    private final Tally tally;
    private final AtomicLong lastSeen = new AtomicLong(System.nanoTime() - GRACE_NANOS);

    public Outages(Tally tally) {
        this.tally = tally;
    }

    /** A connection failed: the node is not there. */
    public void seen() {
        long now = System.nanoTime();
        if (now - lastSeen.getAndSet(now) > ONE_OUTAGE_NANOS) {
            tally.count("outages");
            tally.say("the node is away");
        }
    }

    /** Whether it is away, or has just come back. */
    public boolean lately() {
        return System.nanoTime() - lastSeen.get() < GRACE_NANOS;
    }
}
