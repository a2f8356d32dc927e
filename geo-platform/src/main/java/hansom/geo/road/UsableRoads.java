package hansom.geo.road;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.BitSet;

/** Roads that a vehicle may use and that belong to a network worth the name: looked up, for finding one place asks of a hundred. */
final class UsableRoads implements EdgeFilter {
    private final BitSet edges;

    private UsableRoads(BitSet edges) {
        this.edges = edges;
    }

    static UsableRoads of(BaseGraph graph, Arcs roads, BooleanEncodedValue island) {
        BitSet edges = new BitSet();
        for (int edge = 0; edge < graph.getEdges(); edge++) {
            boolean driven = roads.millis(2 * edge) != Arcs.NEVER || roads.millis(2 * edge + 1) != Arcs.NEVER;
            edges.set(
                    edge, driven && !graph.getEdgeIteratorStateForKey(2 * edge).get(island));
        }
        return new UsableRoads(edges);
    }

    @Override
    public boolean accept(EdgeIteratorState edge) {
        return edges.get(edge.getEdge());
    }

    /** Those of them that are not closed. */
    EdgeFilter except(BitSet closed) {
        return edge -> !closed.get(edge.getEdge()) && accept(edge);
    }
}
