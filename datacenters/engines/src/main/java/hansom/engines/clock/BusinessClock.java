package hansom.engines.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The time by which orders, fares, payouts and their time-outs go: real time, plus what the sandbox has been moved ahead. Moves forward only
 * and remembers over restarts; tokens, Redis and TLS stay on real time, so moving to tomorrow signs nobody out.
 */
public final class BusinessClock extends Clock {
    private final Clock real;
    private final ZoneId zone;
    private final OffsetMemory memory;
    private final List<Consumer<Instant>> listeners;
    private final Shift shift;

    /** Where the offset is kept. */
    public interface OffsetMemory {
        Duration load();

        void save(Duration offset);
    }

    private static final class Shift {
        private volatile Duration ahead = Duration.ZERO;
    }

    public BusinessClock(Clock real, OffsetMemory memory) {
        this(real, ZoneOffset.UTC, memory, new CopyOnWriteArrayList<>(), new Shift());
        shift.ahead = memory.load();
    }

    private BusinessClock(
            Clock real, ZoneId zone, OffsetMemory memory, List<Consumer<Instant>> listeners, Shift shift) {
        this.real = real;
        this.zone = zone;
        this.memory = memory;
        this.listeners = listeners;
        this.shift = shift;
    }

    /** Moves ahead to an instant; throws IllegalArgumentException when that lies in the past. */
    public synchronized void moveTo(Instant target) {
        Instant now = instant();
        if (target.isBefore(now)) throw new IllegalArgumentException("the clock moves forward only; it is " + now);
        Duration ahead = shift.ahead.plus(Duration.between(now, target));
        memory.save(ahead);
        shift.ahead = ahead;
        listeners.forEach(listener -> listener.accept(target));
    }

    /** Tells a listener, after each move, the instant that was moved to. */
    public void onMove(Consumer<Instant> listener) {
        listeners.add(listener);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift.ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(real, other, memory, listeners, shift);
    }
}
