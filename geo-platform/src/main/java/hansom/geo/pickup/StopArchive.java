package hansom.geo.pickup;

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

/** Keeps the stops over restarts: one object of a region, written each minute in which something was learned, and at the end. */
final class StopArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopArchive.class);
    private static final long PACE_SECONDS = 60;

    private final ObjectStore objects;
    private final String key;
    private final Stops stops;
    private byte[] last;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stops").factory());

    /** Reads what there is; what cannot be read is left out, for it will be learned again. */
    StopArchive(ObjectStore objects, Region region, Stops stops) {
        this.objects = objects;
        this.key = "stops/" + region.name().toLowerCase(Locale.ROOT) + ".bin";
        this.stops = stops;
        objects.find(key).ifPresent(bytes -> {
            try {
                stops.read(bytes);
            } catch (IOException unreadable) {
                LOG.warn("where drivers stop cannot be read and is learned again: {}", unreadable.toString());
            }
        });
        last = stops.written();
        work.scheduleWithFixedDelay(this::write, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
    }

    /** Never throws, or it would be the last time. */
    synchronized void write() {
        try {
            byte[] now = stops.written();
            if (Arrays.equals(now, last)) return;
            objects.put(key, now);
            last = now;
        } catch (RuntimeException unwritten) {
            LOG.warn("where drivers stop cannot be kept now: {}", unwritten.toString());
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
        write();
    }
}
