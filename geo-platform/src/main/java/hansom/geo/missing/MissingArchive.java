package hansom.geo.missing;

import hansom.contract.id.Region;
import hansom.engines.keys.AesGcm;
import hansom.engines.objects.ObjectStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the candidates over restarts: one object of a region, written each minute in which something was learned, and at the end. Sealed, for it
 * holds lines that few drove as well.
 */
final class MissingArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MissingArchive.class);
    private static final long PACE_SECONDS = 60;

    private final ObjectStore objects;
    private final String key;
    private final AesGcm seal;
    private final Candidates candidates;
    private byte[] last;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("missing-roads").factory());

    /** Reads what there is; what cannot be read is left out, for it will be gathered again. */
    MissingArchive(ObjectStore objects, Region region, AesGcm seal, Candidates candidates) {
        this.objects = objects;
        this.key = "missing/" + region.name().toLowerCase(Locale.ROOT) + ".bin";
        this.seal = seal;
        this.candidates = candidates;
        objects.find(key).ifPresent(bytes -> {
            try {
                candidates.read(seal.open(bytes, key).orElseThrow(() -> new IOException("sealed otherwise")));
            } catch (IOException unreadable) {
                LOG.warn("what the map lacks cannot be read and is gathered again: {}", unreadable.toString());
            }
        });
        last = candidates.written();
        work.scheduleWithFixedDelay(this::write, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
    }

    /** Never throws, or it would be the last time. */
    synchronized void write() {
        try {
            byte[] now = candidates.written();
            if (Arrays.equals(now, last)) return;
            objects.put(key, seal.seal(now, key));
            last = now;
        } catch (RuntimeException unwritten) {
            LOG.warn("what the map lacks cannot be kept now: {}", unwritten.toString());
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
        write();
    }
}
