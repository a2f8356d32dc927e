package hansom.geo.traffic;

import hansom.contract.id.Region;
import hansom.engines.objects.ObjectStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was learned over restarts, in two objects of a region: what is so now, written each minute in which something was learned, and
 * the habits of stretches, which are many, each hour; both at the end.
 */
public final class SpeedArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedArchive.class);
    private static final long PACE_SECONDS = 60;
    private static final long HABITS_SECONDS = 3_600;

    private final ObjectStore objects;
    private final String key;
    private final String habitsKey;
    private final Supplier<SegmentSpeeds> speeds;
    private byte[] last = {};
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("traffic").factory());

    SpeedArchive(ObjectStore objects, Region region, Supplier<SegmentSpeeds> speeds) {
        this.objects = objects;
        String name = "traffic/" + region.name().toLowerCase(Locale.ROOT);
        this.key = name + ".bin";
        this.habitsKey = name + "-habits.bin";
        this.speeds = speeds;
    }

    /** Reads what there is; what cannot be read is left out, for it will be learned again. */
    public void start() {
        read(key, bytes -> speeds.get().remember(Remembered.read(bytes)));
        read(habitsKey, bytes -> speeds.get().remember(Habits.read(bytes)));
        work.scheduleWithFixedDelay(this::write, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
        work.scheduleWithFixedDelay(this::writeHabits, HABITS_SECONDS, HABITS_SECONDS, TimeUnit.SECONDS);
    }

    private interface Reading {
        void from(byte[] bytes) throws IOException;
    }

    private void read(String from, Reading reading) {
        objects.find(from).ifPresent(bytes -> {
            try {
                reading.from(bytes);
            } catch (IOException unreadable) {
                LOG.warn("what was learned of traffic cannot be read and is learned again: {}", unreadable.toString());
            }
        });
    }

    /** Never throws, or it would be the last time. */
    synchronized void writeHabits() {
        try {
            objects.put(habitsKey, speeds.get().habits());
        } catch (RuntimeException unwritten) {
            LOG.warn("the habits of roads cannot be kept now: {}", unwritten.toString());
        }
    }

    /** Never throws, or it would be the last time. */
    synchronized void write() {
        try {
            byte[] now = speeds.get().remembered().written();
            if (Arrays.equals(now, last)) return;
            objects.put(key, now);
            last = now;
        } catch (RuntimeException unwritten) {
            LOG.warn("what was learned of traffic cannot be kept now: {}", unwritten.toString());
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
        write();
        writeHabits();
    }
}
