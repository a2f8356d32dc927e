package hansom.geo.position;

import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What becomes of positions: how many came, were passed over, written, lost; and how soon a written one is seen by whoever follows. */
final class PositionMeters implements LiveChannel.Listener {
    final LongAdder received = new LongAdder();
    final LongAdder ignored = new LongAdder();
    final LongAdder written = new LongAdder();
    final LongAdder lost = new LongAdder();
    private volatile int waiting;
    private final Timer visible;
    private final Clock realTime;

    PositionMeters(MeterRegistry meters, Clock realTime) {
        this.realTime = realTime;
        counter(meters, "hansom.positions.received", "positions reported by phones", received);
        counter(meters, "hansom.positions.ignored", "positions that cannot be: no fix, or of another day", ignored);
        counter(meters, "hansom.positions.written", "newest positions and points of tracks written to Redis", written);
        counter(meters, "hansom.positions.lost", "points of tracks dropped because too many waited for Redis", lost);
        Gauge.builder("hansom.positions.waiting", this, known -> known.waiting)
                .description("positions that could not be written and wait for Redis")
                .strongReference(true)
                .register(meters);
        visible = Meters.timer(
                        "hansom.positions.visible", "from a position's arrival to its being seen by followers here")
                .register(meters);
    }

    private static void counter(MeterRegistry meters, String name, String meaning, LongAdder value) {
        FunctionCounter.builder(name, value, LongAdder::sum)
                .description(meaning)
                .register(meters);
    }

    void waiting(int positions) {
        waiting = positions;
    }

    /** Reads only when the phone was heard; the rest is for others. */
    @Override
    public void heard(String line) {
        int driver = line.indexOf(' ');
        int at = line.indexOf(' ', driver + 1);
        int heard = line.indexOf(' ', at + 1);
        if (driver < 0 || at < 0 || heard < 0) return;
        long took = realTime.millis() - Long.parseLong(line, at + 1, heard, 10);
        visible.record(Math.max(0, took), TimeUnit.MILLISECONDS);
    }
}
