package hansom.geo.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import hansom.geo.hierarchy.Finder;
import hansom.geo.hierarchy.Metric;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The roads as they are at this moment. The graph itself never changes; which roads are closed, how fast the others are, and what follows for
 * every way, is a {@link Snapshot} that one writer makes beside the one that is searched on and puts in its place whole, so a search that has
 * begun ends on the roads that it began on and none waits.
 */
public final class RoadNetwork implements AutoCloseable {
    private static final double NEAR_METRES = 300;

    private final GraphHopper hopper;
    private final String hash;
    private final Clock clock;
    private final Surveyor surveyor;
    private final Map<String, Weighting> open;
    private final Map<String, Arcs> arcs;
    private final Shapes shapes;
    private final Twins twins;
    private final Network network;
    private final Finder finder;
    private final Map<String, Ground> ground = new ConcurrentHashMap<>();
    private final Map<String, UsableRoads> usable = new ConcurrentHashMap<>();
    private final Moments moments;

    /** {@code order} is the folder of the roads' {@link OrderLayer}, {@code signals} that of their {@link SignalLayer}. */
    RoadNetwork(GraphHopper hopper, Path order, Path signals, String hash, Closings closings, Clock clock) {
        this.hopper = hopper;
        this.hash = hash;
        this.clock = clock;
        this.open = byProfile(profile -> hopper.createWeighting(profile, new PMap()));
        this.arcs = byProfile(profile -> Arcs.of(graph(), weightingOf(profile.getName())));
        this.shapes = Shapes.of(graph());
        this.twins = Twins.of(graph(), hopper.getEncodingManager().getIntEncodedValue(OSMWayID.KEY));
        this.network = new Network(arcs, OrderLayer.read(order, graph().getEdges()));
        this.moments = new Moments(graph(), index(), twins, network, open.keySet(), closings, clock);
        this.surveyor = new Surveyor(
                graph(),
                hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class),
                SignalLayer.read(signals, graph(), index()));
        this.finder = new Finder(network.hierarchy());
        moments.start();
    }

    /** Whose word on how fast the roads are is taken from now on. */
    public void heed(Traffic told) {
        moments.heed(told);
    }

    /** What is added to times from now on. */
    public void heed(Forecast told) {
        moments.heed(told);
    }

    /** Makes the next snapshot at once if other areas are closed by now. */
    void refresh() {
        moments.refresh();
    }

    /** Makes the next snapshot if anything is another by now. */
    public void publish() {
        moments.publish();
    }

    private <T> Map<String, T> byProfile(Function<Profile, T> made) {
        return hopper.getProfiles().stream().collect(Collectors.toUnmodifiableMap(Profile::getName, made));
    }

    private Weighting weightingOf(String profile) {
        Weighting weighting = open.get(profile);
        if (weighting == null) throw new IllegalArgumentException("there is no profile " + profile);
        return weighting;
    }

    /** The roads as they are now, for all that is answered together. */
    Snapshot now() {
        return moments.now();
    }

    /** The roads for all that begins then. */
    Snapshot at(@Nullable Instant departs, VehicleType vehicle) {
        return departs == null ? moments.now() : moments.at(departs, vehicle);
    }

    /** Now, by the clock that people order by. */
    Instant instant() {
        return clock.instant();
    }

    /** What lies on a way that takes so long. */
    Grounds grounds(Driveway way, Weights weights, Duration time) {
        return surveyor.of(way, weights, time);
    }

    /** The nearest place on a road that the vehicle may come to in a snapshot, within walking distance. */
    Optional<Snap> snap(Point point, Snapshot snapshot, VehicleType vehicle) {
        return snap(point, usable(vehicle).except(snapshot.closed()));
    }

    /** The nearest place on a road that the vehicle may use, closed or not. */
    Optional<Snap> snapOpen(Point point, VehicleType vehicle) {
        return snap(point, usable(vehicle));
    }

    private Optional<Snap> snap(Point point, EdgeFilter usable) {
        Snap snap = index().findClosest(point.lat(), point.lng(), usable);
        return snap.isValid() && snap.getQueryDistance() <= NEAR_METRES ? Optional.of(snap) : Optional.empty();
    }

    private UsableRoads usable(VehicleType vehicle) {
        return usable.computeIfAbsent(
                RoadLayer.profile(vehicle), _ -> UsableRoads.of(graph(), arcs(vehicle), island(vehicle)));
    }

    /** Whether a road belongs to no network worth the name. */
    BooleanEncodedValue island(VehicleType vehicle) {
        return hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(RoadLayer.profile(vehicle)));
    }

    /** What leads to a place on a road in a snapshot: each of its directions that the vehicle may drive, and how far into it the place is. */
    <T> Optional<T> to(Foothold target, Snapshot snapshot, VehicleType vehicle, Function<WaysTo, T> answer) {
        Weights weights = snapshot.of(vehicle);
        List<Foothold> ends = Stream.of(target, target.turned())
                .flatMap(end -> Arrays.stream(twins.keys(end.key())).mapToObj(key -> new Foothold(key, end.share())))
                .filter(end -> weights.drivable(end.key()))
                .toList();
        if (ends.isEmpty()) return Optional.empty();
        int[] keys = ends.stream().mapToInt(Foothold::key).toArray();
        int[] behind = ends.stream().mapToInt(weights::millisInto).toArray();
        return Optional.of(finder.to(
                weights.metric(), keys, behind, ways -> answer.apply(new WaysTo(ways, weights, twins, target))));
    }

    Ground ground(VehicleType vehicle) {
        return ground.computeIfAbsent(RoadLayer.profile(vehicle), profile -> {
            int[] costs = network.costs(profile);
            Arcs roads = arcs(vehicle);
            return new Ground(
                    roads, new Nearby(shapes, roads), network.hierarchy().steps(), step -> costs[step] < Metric.NEVER);
        });
    }

    /** What follows cars on these roads. */
    public Pursuit pursuit() {
        return new Pursuit(this);
    }

    /** What takes the time of one car that is followed. */
    public Laps laps() {
        return new Laps(network.roads(RoadLayer.CAR));
    }

    /** What tells which roads there are along a line. */
    public Alongside alongside() {
        return new Alongside(this);
    }

    public Stretches stretches() {
        return new Stretches(this, network.roads(RoadLayer.CAR));
    }

    private Arcs arcs(VehicleType vehicle) {
        return network.roads(RoadLayer.profile(vehicle));
    }

    Twins twins() {
        return twins;
    }

    /** What it costs when nothing is closed and all roads are free. */
    Weighting openWeighting(VehicleType vehicle) {
        return weightingOf(RoadLayer.profile(vehicle));
    }

    BaseGraph graph() {
        return hopper.getBaseGraph();
    }

    LocationIndexTree index() {
        return (LocationIndexTree) hopper.getLocationIndex();
    }

    /** Traces what was driven to the roads that this vehicle may use, closed or not: what was driven was driven. */
    public Tracer tracer(VehicleType vehicle) {
        return new Tracer(ground(vehicle), new Lines(graph()));
    }

    /** The ways between places a moment apart. */
    public Bends bends(VehicleType vehicle) {
        return new Bends(ground(vehicle), new Lines(graph()));
    }

    GraphHopper hopper() {
        return hopper;
    }

    /** Which roads an answer comes from: the hash of their map, the version of the snapshot, and what times are by. */
    String name(Snapshot snapshot) {
        return hash + "@" + snapshot.name();
    }

    /** The hash of the map that these roads come from. */
    public String hash() {
        return hash;
    }

    /** Makes no more snapshots. Who still holds these roads may go on asking them; their memory goes with the last who does. */
    @Override
    public void close() {
        moments.close();
    }
}
