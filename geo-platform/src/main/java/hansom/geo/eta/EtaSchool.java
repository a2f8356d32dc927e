package hansom.geo.eta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.id.Region;
import hansom.engines.json.MessageMapper;
import hansom.engines.objects.ObjectStore;
import hansom.geo.road.Forecast;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns anew each time that trips enough have come, on one thread of its own, from at most as many trips as the {@link TripBook} holds. Each
 * model is kept under its version for ever, so that a time that was told can be reckoned again, and is given to the roads: to be heeded if
 * it was better on the days held out, or else to be noted beside theirs.
 */
public final class EtaSchool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EtaSchool.class);
    private static final long LOOK_SECONDS = 60;
    private static final int FEW = 100;
    /** Learned anew when one in so many trips is new. */
    private static final int SHARE = 20;

    private final Consumer<Forecast> roads;
    private final ObjectStore objects;
    private final Clock clock;
    private final String folder;
    private final TripBook book = new TripBook();
    private final ObjectMapper json = MessageMapper.create();
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("eta")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private long learned;
    private long written;
    private volatile @Nullable EtaModel model;
    private volatile String lacks = "";

    EtaSchool(Consumer<Forecast> roads, ObjectStore objects, Region region, Clock clock) {
        this.roads = roads;
        this.objects = objects;
        this.clock = clock;
        this.folder = "eta/" + region.name().toLowerCase(Locale.ROOT) + "/";
    }

    /** Takes up what was kept; what cannot be read is learned again, under versions that nobody had. */
    public void start() {
        try {
            Optional<byte[]> kept = objects.find(folder + "trips.bin");
            if (kept.isPresent()) book.read(kept.get());
            Optional<byte[]> last = objects.find(file(book.version()));
            if (last.isPresent()) give(json.readValue(last.get(), EtaModel.class));
        } catch (IOException unreadable) {
            LOG.warn("what trips taught cannot be read and is learned again: {}", unreadable.toString());
            while (objects.find(file(book.nextVersion())).isPresent())
                LOG.debug("version {} was given", book.version());
        }
        work.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private String file(int version) {
        return folder + "eta-" + version + ".json";
    }

    public void note(Trip trip) {
        book.note(trip);
    }

    /** Never throws, or it would be the last time. */
    private void look() {
        try {
            long fresh = book.noted() - learned;
            if (fresh >= Math.max(FEW, book.size() / SHARE)) learn();
            if (book.noted() != written) write();
        } catch (RuntimeException failed) {
            LOG.warn("nothing is learned from trips now", failed);
        }
    }

    /** Learns from all trips so far; says nothing when they are too few, but why. */
    public synchronized void learn() {
        learned = book.noted();
        Lesson lesson = Lesson.of(book.trips());
        lacks = lesson.lacks().orElse("");
        if (!lacks.isEmpty()) {
            LOG.info("times are by roads alone: {}", lacks);
            return;
        }
        EtaModel fresh = lesson.model(book.nextVersion(), clock.instant());
        try {
            objects.put(file(fresh.version()), json.writeValueAsBytes(fresh));
        } catch (JsonProcessingException unwritten) {
            throw new IllegalStateException(unwritten);
        }
        write();
        give(fresh);
    }

    private void give(EtaModel fresh) {
        model = fresh;
        roads.accept(fresh);
        LOG.info("{} is {}: {}", fresh.name(), fresh.heeded() ? "heeded" : "tried only", fresh.verdict());
    }

    private void write() {
        long upTo = book.noted();
        objects.put(folder + "trips.bin", book.written());
        written = upTo;
    }

    /** The last that was made. */
    Optional<EtaModel> model() {
        return Optional.ofNullable(model);
    }

    /** Why there is none yet, or empty. */
    public String lacks() {
        return lacks;
    }

    int trips() {
        return book.size();
    }

    @Override
    public void close() {
        work.shutdownNow();
        try {
            if (book.noted() != written) write();
        } catch (RuntimeException unwritten) {
            LOG.warn("the last trips are not kept: {}", unwritten.toString());
        }
    }
}
