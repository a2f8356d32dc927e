package hansom.geo.road;

import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;

/** The weights of a snapshot as GraphHopper reads them: {@code open} knows the turns. */
record SnapshotWeighting(Weighting open, Weights weights) implements Weighting {

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        int along = originalOf(edge);
        int key = reverse ? GHUtility.reverseEdgeKey(along) : along;
        if (!weights.drivable(key)) return Double.POSITIVE_INFINITY;
        double whole = weights.roads().metres(key);
        return weights.millis(key) / 1000.0 * (whole == 0 ? 1 : Math.min(1, edge.getDistance() / whole));
    }

    /** Pieces of road made for one search, from a point on it, stand for the road that they were cut from. */
    static int originalOf(EdgeIteratorState edge) {
        if (edge instanceof VirtualEdgeIteratorState virtual) return virtual.getOriginalEdgeKey();
        return edge.detach(false) instanceof VirtualEdgeIteratorState piece
                ? piece.getOriginalEdgeKey()
                : edge.getEdgeKey();
    }

    @Override
    public double calcMinWeightPerDistance() {
        return 0;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return Math.round(calcEdgeWeight(edge, reverse) * 1000);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return weights.mayFollow(2 * inEdge, 2 * outEdge)
                ? open.calcTurnWeight(inEdge, viaNode, outEdge)
                : Double.POSITIVE_INFINITY;
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
