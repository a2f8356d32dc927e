package hansom.bench.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import hansom.contract.geo.Point;

/** GraphHopper's own contraction hierarchy, edge-based, on the same roads at the same costs of turns: one search for each driver. */
public final class Shortcuts {
    private static final String CAR = "car";

    private final GraphHopper hopper;
    private final EdgeFilter usable;
    private final RoutingCHGraph graph;
    private final Weighting withoutTurns;

    private Shortcuts(GraphHopper hopper, EdgeFilter usable, RoutingCHGraph graph, Weighting withoutTurns) {
        this.hopper = hopper;
        this.withoutTurns = withoutTurns;
        this.usable = usable;
        this.graph = graph;
    }

    /** Takes half a minute for a city. */
    public static Shortcuts prepared(GraphHopper hopper) {
        Profile car = hopper.getProfile(CAR);
        Weighting weighting = hopper.createWeighting(car, new PMap());
        if (!hopper.getBaseGraph().isFrozen()) hopper.getBaseGraph().freeze();
        var built = PrepareContractionHierarchies.fromGraph(
                        hopper.getBaseGraph(), CHConfig.edgeBased("each-driver", weighting))
                .doWork();
        return new Shortcuts(
                hopper,
                new DefaultSnapFilter(
                        weighting, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CAR))),
                RoutingCHGraphImpl.fromGraph(hopper.getBaseGraph(), built.getCHStorage(), built.getCHConfig()),
                hopper.createWeighting(car, new PMap(), true));
    }

    public Snap snap(Point point) {
        return hopper.getLocationIndex().findClosest(point.lat(), point.lng(), usable);
    }

    /** There this search is on no road yet, and may begin or end on any that meet, whatever restricts the turn. */
    static boolean isAtAJunction(Snap snap) {
        return snap.getSnappedPosition() == Snap.Position.TOWER;
    }

    /** In seconds; infinite when there is no way. */
    public double seconds(Snap from, Snap to) {
        QueryGraph query = QueryGraph.create(hopper.getBaseGraph(), from, to);
        Path path = new CHRoutingAlgorithmFactory(graph, query)
                .createAlgo(new PMap())
                .calcPath(from.getClosestNode(), to.getClosestNode());
        return path.isFound() ? path.getWeight() : Double.POSITIVE_INFINITY;
    }

    /** The same by a plain search that takes every turn for free, and none for forbidden. */
    double secondsWithoutTurns(Snap from, Snap to) {
        QueryGraph query = QueryGraph.create(hopper.getBaseGraph(), from, to);
        Path path = new Dijkstra(query, query.wrapWeighting(withoutTurns), TraversalMode.NODE_BASED)
                .calcPath(from.getClosestNode(), to.getClosestNode());
        return path.isFound() ? path.getWeight() : Double.POSITIVE_INFINITY;
    }
}
