package hansom.geo.traffic;

import hansom.contract.id.Region;
import hansom.engines.objects.ObjectStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was learned over restarts: one object of a region, written each minute in which something was learned, and at the end. */
public final class SpeedArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedArchive.class);
    private static final long PACE_SECONDS = 60;

    private final ObjectStore objects;
    private final String key;
    private final SegmentSpeeds speeds;
    private byte[] last = {};
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("traffic").factory());

    SpeedArchive(ObjectStore objects, Region region, SegmentSpeeds speeds) {
        this.objects = objects;
        this.key = "traffic/" + region.name().toLowerCase(Locale.ROOT) + ".bin";
        this.speeds = speeds;
    }

    /** Reads what there is; what cannot be read is left out, for it will be learned again. */
    public void start() {
        objects.find(key).ifPresent(bytes -> {
            try {
                speeds.remember(Remembered.read(bytes));
            } catch (IOException unreadable) {
                LOG.warn("what was learned of traffic cannot be read and is learned again: {}", unreadable.toString());
            }
        });
        work.scheduleWithFixedDelay(this::write, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
    }

    /** Never throws, or it would be the last time. */
    synchronized void write() {
        try {
            byte[] now = speeds.remembered().written();
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
    }
}
