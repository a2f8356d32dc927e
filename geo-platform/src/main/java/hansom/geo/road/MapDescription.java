package hansom.geo.road;

import com.graphhopper.routing.subnetwork.EdgeBasedTarjanSCC;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.Point;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Says what map this is. Its centre is sought once, when it is first asked for. */
class MapDescription {
    private static final String ATTRIBUTION = "© OpenStreetMap contributors";

    private final RoadNetwork network;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable MapInfo info;

    MapDescription(RoadNetwork network, String name) {
        this.network = network;
        this.name = name;
    }

    MapInfo info() {
        lock.lock();
        try {
            MapInfo known = info;
            if (known == null) {
                known = describe();
                info = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private MapInfo describe() {
        BBox box = network.graph().getBounds();
        return new MapInfo(
                name,
                new Point(box.minLat, box.minLon),
                new Point(box.maxLat, box.maxLon),
                centre(),
                network.hash(),
                ATTRIBUTION);
    }

    /** The junction of the largest network that is nearest to the median of them all. */
    private Point centre() {
        BaseGraph graph = network.graph();
        Weighting weighting = network.openWeighting(VehicleType.CAR);
        int[] keys = EdgeBasedTarjanSCC.findComponents(
                        graph, (before, edge) -> mayFollow(graph, weighting, before, edge), true)
                .getBiggestComponent()
                .toArray();
        NodeAccess nodes = graph.getNodeAccess();
        int[] ends = Arrays.stream(keys)
                .map(key -> graph.getEdgeIteratorStateForKey(key).getBaseNode())
                .distinct()
                .toArray();
        Point middle = new Point(
                median(Arrays.stream(ends).mapToDouble(nodes::getLat).toArray()),
                median(Arrays.stream(ends).mapToDouble(nodes::getLon).toArray()));
        Point nearest = middle;
        double least = Double.POSITIVE_INFINITY;
        for (int node : ends) {
            double away = Math.hypot(
                    nodes.getLat(node) - middle.lat(),
                    (nodes.getLon(node) - middle.lng()) * Math.cos(Math.toRadians(middle.lat())));
            if (away >= least) continue;
            least = away;
            nearest = new Point(nodes.getLat(node), nodes.getLon(node));
        }
        return nearest;
    }

    private static boolean mayFollow(BaseGraph graph, Weighting weighting, int before, EdgeIteratorState edge) {
        return Double.isFinite(weighting.calcEdgeWeight(edge, false))
                && (!com.graphhopper.util.EdgeIterator.Edge.isValid(before)
                        || Double.isFinite(weighting.calcTurnWeight(before, edge.getBaseNode(), edge.getEdge())))
                && graph.getEdges() > 0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
