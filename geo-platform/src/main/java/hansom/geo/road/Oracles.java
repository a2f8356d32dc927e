package hansom.geo.road;

import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.RoutingAlgorithmFactorySimple;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.Parameters;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roads of one moment, searched slowly in two other ways: what the fast answers of the same moment are held against, in tests and
 * measurements.
 */
public final class Oracles {
    private final RoadNetwork network;
    private final Snapshot now;

    Oracles(RoadNetwork network, Snapshot now) {
        this.network = network;
        this.now = now;
    }

    /** The moment is now. */
    public static Oracles of(RoadNetwork network) {
        return new Oracles(network, network.now());
    }

    /** The fast answers. */
    public Roads roads() {
        return new RoadTimes(network, () -> now);
    }

    /** As {@link Roads#times} must answer to the millisecond: Dijkstra's search (1959) on the same arrays. */
    public List<Optional<Duration>> plain(Point target, List<Start> froms, VehicleType vehicle) {
        List<Optional<Stand>> starts = froms.stream()
                .map(from -> RoadTimes.stand(network, from, now, vehicle))
                .toList();
        Optional<Snap> goal = network.snap(target, now, vehicle);
        if (goal.isEmpty())
            return starts.stream().map(_ -> Optional.<Duration>empty()).toList();
        PlainSearch search = plain(goal.get(), vehicle);
        search.search(
                starts.stream().flatMap(Optional::stream).map(Stand::place).toList());
        return starts.stream()
                .map(start -> start.map(search::from).map(Travel::time))
                .toList();
    }

    private PlainSearch plain(Snap goal, VehicleType vehicle) {
        return new PlainSearch(now.of(vehicle), network.twins(), Foothold.of(goal));
    }

    /** What a search on the graph of the map found: how long it takes, and over how many pieces of road. */
    public record Flexible(double seconds, int pieces) {}

    /**
     * By GraphHopper's own search on its own graph, which only reads our times and so does not share our mistakes; it may differ by what is
     * rounded, a millisecond a piece. It leaves in both directions.
     */
    public Optional<Flexible> flexible(Start from, Point to, VehicleType vehicle) {
        Optional<Snap> start =
                RoadTimes.stand(network, from, now, vehicle).map(stand -> RoutePlanner.snap(network, stand.place()));
        Optional<Snap> goal = network.snap(to, now, vehicle);
        if (start.isEmpty() || goal.isEmpty()) return Optional.empty();
        QueryGraph graph = QueryGraph.create(network.graph(), start.get(), goal.get());
        Weighting weighting = new SnapshotWeighting(network.openWeighting(vehicle), now.of(vehicle));
        Path path = new RoutingAlgorithmFactorySimple()
                .createAlgo(
                        graph,
                        graph.wrapWeighting(weighting),
                        new AlgorithmOptions()
                                .setAlgorithm(Parameters.Algorithms.ASTAR_BI)
                                .setTraversalMode(TraversalMode.EDGE_BASED))
                .calcPath(start.get().getClosestNode(), goal.get().getClosestNode());
        return path.isFound() ? Optional.of(new Flexible(path.getWeight(), path.getEdgeCount())) : Optional.empty();
    }

    /**
     * Cars in the middle of the stretches that a plain search from the target meets 2nd, 4th, 8th and so on (Dijkstra ranks; Sanders and Schultes, 2005): as
     * many short ways as long ones. Those that leave in both directions.
     */
    public List<Start> byRank(Point target, VehicleType vehicle) {
        Optional<Snap> goal = network.snap(target, now, vehicle);
        if (goal.isEmpty()) return List.of();
        int[] met = plain(goal.get(), vehicle).met();
        List<Start> starts = new ArrayList<>();
        for (int rank = 2; rank < met.length; rank *= 2) starts.add(standing(new Foothold(met[rank], 0.5), vehicle));
        return starts;
    }

    /** A car at each tenth of the target's own stretch, in each direction that is driven, bound to go on in that one. */
    public List<Start> onItsOwnStretch(Point target, VehicleType vehicle) {
        Optional<Snap> goal = network.snap(target, now, vehicle);
        if (goal.isEmpty()) return List.of();
        List<Start> starts = new ArrayList<>();
        int there = Foothold.of(goal.get()).key();
        for (int key : new int[] {there, there ^ 1})
            for (int tenth = 0; tenth <= 10 && now.of(vehicle).drivable(key); tenth++)
                starts.add(at(new Foothold(key, tenth / 10.0), vehicle, true));
        return starts;
    }

    /** Just where GraphHopper, too, takes it to be: it reckons parts of a stretch a little otherwise than we draw them. */
    private Start standing(Foothold place, VehicleType vehicle) {
        double share = Foothold.of(RoutePlanner.snap(network, place)).along(place.key());
        return at(new Foothold(place.key(), share), vehicle, false);
    }

    private Start at(Foothold place, VehicleType vehicle, boolean moves) {
        Point point = new Lines(network.graph()).at(place);
        return new Start(
                point,
                new Whereabouts(
                        network.hash(), place, vehicle, point, Instant.EPOCH, Instant.EPOCH, moves, false, List.of()));
    }
}
