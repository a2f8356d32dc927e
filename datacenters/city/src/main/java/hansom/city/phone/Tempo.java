package hansom.city.phone;

import java.time.Duration;
import java.time.Instant;

/**
 * How the city's time goes: the node's business clock tells the hour, and so many seconds of the city pass in one of ours. Phones keep real
 * time.
 */
public final class Tempo {
    private static final long LEAST_MILLIS = 1;

    private final double speed;
    private final long begun = System.nanoTime();
    private volatile Duration ahead = Duration.ZERO;

    public Tempo(double speed) {
        this.speed = speed;
    }

    public double speed() {
        return speed;
    }

    /** The node says what time it is. */
    public void told(Instant business) {
        ahead = Duration.between(Instant.now(), business);
    }

    /** The hour in the city. */
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Seconds of the city since it began; jumps of the clock are none of them. */
    public double seconds() {
        return (System.nanoTime() - begun) / 1e9 * speed;
    }

    /** How long so many seconds of the city really take. */
    public Duration real(double seconds) {
        return Duration.ofMillis(Math.max(LEAST_MILLIS, Math.round(seconds / speed * 1_000)));
    }

    public void sleep(double seconds) throws InterruptedException {
        Thread.sleep(real(Math.max(0, seconds)));
    }
}
