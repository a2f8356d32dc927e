package hansom.geo.road;

import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.BitSet;

/** Another weighting on which closed roads take for ever. */
record ClosedWeighting(Weighting open, BitSet closed, int edges) implements Weighting {

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return closed.get(originalOf(edge)) ? Double.POSITIVE_INFINITY : open.calcEdgeWeight(edge, reverse);
    }

    /** Pieces of road made for one search, from a point on it, stand for the road that they were cut from. */
    private int originalOf(EdgeIteratorState edge) {
        if (edge.getEdge() < edges) return edge.getEdge();
        EdgeIteratorState piece = edge instanceof VirtualEdgeIteratorState ? edge : edge.detach(false);
        return piece instanceof VirtualEdgeIteratorState virtual ? virtual.getOriginalEdgeKey() / 2 : edges;
    }

    @Override
    public double calcMinWeightPerDistance() {
        return open.calcMinWeightPerDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return open.calcEdgeMillis(edge, reverse);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnWeight(inEdge, viaNode, outEdge);
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnMillis(inEdge, viaNode, outEdge);
    }

    @Override
    public boolean hasTurnCosts() {
        return open.hasTurnCosts();
    }

    @Override
    public String getName() {
        return open.getName();
    }
}
