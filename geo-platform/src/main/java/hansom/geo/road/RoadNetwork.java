package hansom.geo.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.Router;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.hierarchy.Finder;
import hansom.geo.hierarchy.Metric;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roads as they are at this moment. The graph itself never changes; which roads are closed, and what follows for every way, is a
 * snapshot that one writer makes and that is replaced whole, so a search that has begun ends on the roads that it began on and no search
 * waits for a closure.
 */
public final class RoadNetwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoadNetwork.class);
    private static final double NEAR_METRES = 300;
    private static final long LOOK_MILLIS = 200;

    private final GraphHopper hopper;
    private final String hash;
    private final Closings closings;
    private final Map<String, Weighting> open;
    private final Map<String, Arcs> arcs;
    private final Network network;
    private final Finder finder;
    private final Map<String, Ground> ground = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("roads").factory());
    private volatile Snapshot latest;

    /** The closed edges of a moment, and what searches on the others. */
    private record Snapshot(
            List<List<Point>> areas,
            BitSet closed,
            Map<String, Weighting> weightings,
            Map<String, Metric> metrics,
            Router router) {}

    /** {@code order} is the folder of the roads' {@link OrderLayer}. */
    RoadNetwork(GraphHopper hopper, Path order, String hash, Closings closings) {
        this.hopper = hopper;
        this.hash = hash;
        this.closings = closings;
        this.open = byProfile(profile -> hopper.createWeighting(profile, new PMap()));
        this.arcs = byProfile(profile -> Arcs.of(graph(), weightingOf(open, profile.getName())));
        this.network = new Network(arcs, OrderLayer.read(order, graph().getEdges()));
        this.latest = snapshot(closings.now());
        this.finder = new Finder(network.hierarchy());
        writer.scheduleWithFixedDelay(this::follow, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void follow() {
        try {
            refresh();
        } catch (RuntimeException failed) {
            LOG.error("roads stay as they were, though others are closed now", failed);
        }
    }

    /** Makes the next snapshot beside the one that is searched on, if other roads are closed by now, and puts it in its place. */
    synchronized void refresh() {
        List<List<Point>> areas = closings.now();
        if (latest.areas != areas) latest = snapshot(areas);
    }

    private <T> Map<String, T> byProfile(Function<Profile, T> made) {
        return hopper.getProfiles().stream().collect(Collectors.toUnmodifiableMap(Profile::getName, made));
    }

    private static Weighting weightingOf(Map<String, Weighting> weightings, String profile) {
        Weighting weighting = weightings.get(profile);
        if (weighting == null) throw new IllegalArgumentException("there is no profile " + profile);
        return weighting;
    }

    private Snapshot snapshot(List<List<Point>> areas) {
        BitSet closed = ClosedEdges.within(areas, graph(), index());
        Map<String, Weighting> weightings = closed.isEmpty()
                ? open
                : byProfile(profile ->
                        new ClosedWeighting(weightingOf(open, profile.getName()), closed, graph().getEdges()));
        // Shortcuts know nothing of closures, so they serve only while there are none.
        Router router = new Router(
                graph(),
                hopper.getEncodingManager(),
                index(),
                hopper.getProfiles().stream().collect(Collectors.toMap(Profile::getName, profile -> profile)),
                hopper.getPathDetailsBuilderFactory(),
                hopper.getTranslationMap(),
                hopper.getRouterConfig(),
                (profile, hints, withoutTurns) -> weightingOf(weightings, profile.getName()),
                closed.isEmpty() ? hopper.getCHGraphs() : Map.of(),
                Map.of());
        return new Snapshot(
                areas, closed, weightings, byProfile(profile -> network.metric(profile.getName(), closed)), router);
    }

    /** The nearest place on a road that the vehicle may use now, within walking distance. */
    Optional<Snap> snap(Point point, VehicleType vehicle) {
        return snap(point, usable(vehicle));
    }

    private Optional<Snap> snap(Point point, EdgeFilter usable) {
        Snap snap = index().findClosest(point.lat(), point.lng(), usable);
        return snap.isValid() && snap.getQueryDistance() <= NEAR_METRES ? Optional.of(snap) : Optional.empty();
    }

    /** Roads that the vehicle may use now and that belong to a network worth the name. */
    EdgeFilter usable(VehicleType vehicle) {
        return new DefaultSnapFilter(weighting(vehicle), island(vehicle));
    }

    private BooleanEncodedValue island(VehicleType vehicle) {
        return hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(RoadLayer.profile(vehicle)));
    }

    /** What leads to a place on a road that is open: each of its directions that the vehicle may drive, and how far into it the place is. */
    <T> Optional<T> to(Foothold target, VehicleType vehicle, Function<WaysTo, T> answer) {
        Snapshot snapshot = latest;
        Arcs roads = arcs(vehicle);
        Metric metric = snapshot.metrics.get(RoadLayer.profile(vehicle));
        int[] keys = Stream.of(target, target.turned())
                .mapToInt(Foothold::key)
                .filter(key -> roads.millis(key) != Arcs.NEVER)
                .toArray();
        if (metric == null || keys.length == 0) return Optional.empty();
        int[] behind = Arrays.stream(keys)
                .map(key -> roads.millisInto(key == target.key() ? target : target.turned()))
                .toArray();
        return Optional.of(
                finder.to(metric, keys, behind, ways -> answer.apply(new WaysTo(ways, metric, roads, target))));
    }

    Ground ground(VehicleType vehicle) {
        return ground.computeIfAbsent(RoadLayer.profile(vehicle), profile -> {
            int[] costs = network.costs(profile);
            Arcs roads = arcs(vehicle);
            return new Ground(
                    roads,
                    new Nearby(graph(), index(), roads),
                    network.hierarchy().steps(),
                    step -> costs[step] < Metric.NEVER);
        });
    }

    /** The nearest place on a road that the vehicle may use, closed or not. */
    Optional<Snap> snapOpen(Point point, VehicleType vehicle) {
        return snap(point, new DefaultSnapFilter(openWeighting(vehicle), island(vehicle)));
    }

    /** Whether a place belongs to a network worth the name. */
    Predicate<Nearby.Candidate> leadsOn(VehicleType vehicle) {
        BooleanEncodedValue island = island(vehicle);
        return candidate ->
                !graph().getEdgeIteratorStateForKey(candidate.place().key()).get(island);
    }

    /** Whether two kinds of vehicle use the same roads at the same pace. */
    boolean sameRoads(VehicleType one, VehicleType other) {
        return RoadLayer.profile(one).equals(RoadLayer.profile(other));
    }

    /** What follows cars on these roads. */
    public Pursuit pursuit() {
        return new Pursuit(this);
    }

    private Arcs arcs(VehicleType vehicle) {
        Arcs roads = arcs.get(RoadLayer.profile(vehicle));
        if (roads == null) throw new IllegalStateException("no roads for " + vehicle);
        return roads;
    }

    /** What a search costs for this vehicle now. */
    Weighting weighting(VehicleType vehicle) {
        return weightingOf(latest.weightings, RoadLayer.profile(vehicle));
    }

    /** What it costs when nothing is closed, as for a trip that has been driven. */
    Weighting openWeighting(VehicleType vehicle) {
        return weightingOf(open, RoadLayer.profile(vehicle));
    }

    Router router() {
        return latest.router;
    }

    BaseGraph graph() {
        return hopper.getBaseGraph();
    }

    LocationIndexTree index() {
        return (LocationIndexTree) hopper.getLocationIndex();
    }

    /** Traces what was driven to the roads that this vehicle may use, closed or not: what was driven was driven. */
    public Tracer tracer(VehicleType vehicle) {
        Arcs roads = arcs(vehicle);
        return new Tracer(roads, new Nearby(graph(), index(), roads), new Lines(graph()));
    }

    /** The ways between places a moment apart. */
    public Bends bends(VehicleType vehicle) {
        Arcs roads = arcs(vehicle);
        return new Bends(roads, new Nearby(graph(), index(), roads), new Lines(graph()));
    }

    GraphHopper hopper() {
        return hopper;
    }

    /** The hash of the map that these roads come from. */
    public String hash() {
        return hash;
    }

    @Override
    public void close() {
        writer.shutdownNow();
        hopper.close();
    }
}
