package hansom.geo.road;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;

/** Where on an edge a point was snapped to: the key along the edge, and how much of it lies behind, from 0 to 1. */
public record Foothold(int key, double share) {

    static Foothold of(Snap snap) {
        PointList line = snap.getClosestEdge().fetchWayGeometry(FetchMode.ALL);
        var at = snap.getSnappedPoint();
        double whole = 0;
        double behind = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            if (i == snap.getWayIndex())
                behind = whole
                        + DistanceCalcEarth.DIST_EARTH.calcDist(
                                line.getLat(i), line.getLon(i), at.getLat(), at.getLon());
            whole += DistanceCalcEarth.DIST_EARTH.calcDist(
                    line.getLat(i), line.getLon(i), line.getLat(i + 1), line.getLon(i + 1));
        }
        if (snap.getWayIndex() >= line.size() - 1) behind = whole;
        double share = whole == 0 ? 0 : Math.clamp(behind / whole, 0, 1);
        return new Foothold(snap.getClosestEdge().getEdgeKey(), share);
    }

    /** The same place seen by who drives the other way. */
    Foothold turned() {
        return new Foothold(key ^ 1, 1 - share);
    }

    /** How much lies behind the same place on this stretch or one of its twins, whichever way it leads. */
    double along(int other) {
        return (key & 1) == (other & 1) ? share : 1 - share;
    }
}
