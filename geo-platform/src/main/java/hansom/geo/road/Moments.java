package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the snapshots: the next one beside the one that is searched on, put in its place whole; and, when somebody asks for a way that begins
 * later, one of the traffic that is usual at that hour. Of the latter one for each kind of vehicle stays as long as there is room.
 */
final class Moments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Moments.class);
    private static final long LOOK_MILLIS = 200;
    private static final Duration PACE = Duration.ofSeconds(30);
    /** What is on the roads now tells nothing of those who leave so much later. */
    private static final Duration FADED = Duration.ofHours(1);
    /** What is usual at an hour is made anew when it is older than that. */
    private static final Duration FRESH = Duration.ofHours(1);

    /** What is usual changes from hour to hour, evenly; within so long it is taken for the same. */
    private static final long SAME_SECONDS = 900;

    private final BaseGraph graph;
    private final LocationIndexTree index;
    private final Twins twins;
    private final Network network;
    private final Collection<String> profiles;
    private final Closings closings;
    private final Clock clock;
    private final Map<String, SoftReference<Later>> later = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("roads").factory());
    private volatile Traffic traffic = () -> Paces.FREE;
    private volatile Forecast forecast = Forecast.ROADS;
    private volatile Snapshot latest;

    /** The roads of a quarter of an hour to come. */
    private record Later(long quarter, Instant made, Snapshot snapshot) {}

    Moments(
            BaseGraph graph,
            LocationIndexTree index,
            Twins twins,
            Network network,
            Collection<String> profiles,
            Closings closings,
            Clock clock) {
        this.graph = graph;
        this.index = index;
        this.twins = twins;
        this.network = network;
        this.profiles = List.copyOf(profiles);
        this.closings = closings;
        this.clock = clock;
        this.latest = snapshot(0, closings.now(), Paces.FREE);
    }

    void start() {
        writer.scheduleWithFixedDelay(() -> follow(this::refresh), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        writer.scheduleWithFixedDelay(
                () -> follow(this::publish), PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void follow(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException failed) {
            LOG.error("roads stay as they were, though they have changed", failed);
        }
    }

    void heed(Traffic told) {
        traffic = told;
        later.clear();
        publish();
    }

    /** What is added to times from the next snapshot on, which is made at once. */
    synchronized void heed(Forecast told) {
        forecast = told;
        later.clear();
        Snapshot same = latest;
        latest = new Snapshot(
                next(same.version()), same.hour(), same.areas(), same.closed(), same.paces(), told, same.weights());
    }

    /** Makes the next snapshot at once if other areas are closed by now. */
    synchronized void refresh() {
        List<List<Point>> areas = closings.now();
        if (latest.areas() != areas) latest = snapshot(latest.version(), areas, latest.paces());
    }

    /** Makes the next snapshot if anything is another by now. */
    synchronized void publish() {
        List<List<Point>> areas = closings.now();
        Paces paces = traffic.now();
        if (latest.areas() != areas || latest.paces() != paces) latest = snapshot(latest.version(), areas, paces);
    }

    private static long next(long before) {
        return Math.max(before + 1, System.currentTimeMillis());
    }

    private Snapshot snapshot(long before, List<List<Point>> areas, Paces paces) {
        return snapshot(before, "", areas, paces, profiles);
    }

    private Snapshot snapshot(
            long before, String hour, List<List<Point>> areas, Paces paces, Collection<String> wanted) {
        BitSet closed = twins.with(ClosedEdges.within(areas, graph, index));
        return new Snapshot(
                next(before),
                hour,
                areas,
                closed,
                paces,
                forecast,
                wanted.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), profile -> network.weights(profile, closed, paces))));
    }

    Snapshot now() {
        return latest;
    }

    /** For ways that begin then: the roads of now if that is soon, or else as they usually are at that hour. */
    Snapshot at(Instant departs, VehicleType vehicle) {
        Instant now = clock.instant();
        if (departs.isBefore(now.plus(FADED))) return latest;
        ZonedDateTime then = departs.atZone(ZoneOffset.UTC);
        long quarter = departs.getEpochSecond() / SAME_SECONDS;
        String profile = RoadLayer.profile(vehicle);
        SoftReference<Later> kept = later.get(profile);
        Later known = kept == null ? null : kept.get();
        List<List<Point>> areas = closings.at(departs);
        if (known != null
                && known.quarter == quarter
                && known.made.plus(FRESH).isAfter(now)
                && known.snapshot.areas().equals(areas)) return known.snapshot;
        String name = "h%d".formatted((then.getDayOfWeek().getValue() - 1) * 24 + then.getHour());
        Snapshot made = snapshot(latest.version(), name, areas, traffic.usual(departs), List.of(profile));
        later.put(profile, new SoftReference<>(new Later(quarter, now, made)));
        return made;
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
