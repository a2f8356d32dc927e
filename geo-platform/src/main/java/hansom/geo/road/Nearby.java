package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds every stretch of road near a point, in both directions, and where on it the point would be. */
final class Nearby {
    private static final double METRES_A_DEGREE = 111_195;
    private static final int MOST = 24;

    private final BaseGraph graph;
    private final LocationIndexTree index;
    private final Arcs arcs;

    /** A place on a directed stretch, how far the point lies from it, and where the stretch leads there, in degrees clockwise from north. */
    record Candidate(Foothold place, double away, double bearing) {
        Candidate turned() {
            return new Candidate(place.turned(), away, (bearing + 180) % 360);
        }
    }

    Nearby(BaseGraph graph, LocationIndexTree index, Arcs arcs) {
        this.graph = graph;
        this.index = index;
        this.arcs = arcs;
    }

    /** The nearest first. */
    List<Candidate> around(Point point, double metres) {
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(point.lat()));
        BBox box = new BBox(point.lng() - east, point.lng() + east, point.lat() - north, point.lat() + north);
        BitSet seen = new BitSet();
        List<Candidate> found = new ArrayList<>();
        index.query(box, edge -> {
            if (seen.get(edge)) return;
            seen.set(edge);
            Candidate candidate = candidate(edge, point);
            if (candidate.away > metres) return;
            if (arcs.millis(edge * 2) != Arcs.NEVER) found.add(candidate);
            if (arcs.millis(edge * 2 + 1) != Arcs.NEVER) found.add(candidate.turned());
        });
        found.sort(Comparator.comparingDouble(Candidate::away));
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
    }

    /** Where on this stretch the point would be. */
    Candidate on(int key, Point point) {
        Candidate along = candidate(key / 2, point);
        return along.place.key() == key ? along : along.turned();
    }

    /** The direction from one point to another, near by, in degrees clockwise from north. */
    static double bearing(Point from, Point to) {
        double narrow = Math.cos(Math.toRadians(from.lat()));
        return degrees((to.lng() - from.lng()) * narrow, to.lat() - from.lat());
    }

    private static double degrees(double east, double north) {
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }

    private Candidate candidate(int edge, Point point) {
        EdgeIteratorState state = graph.getEdgeIteratorStateForKey(edge * 2);
        PointList line = state.fetchWayGeometry(FetchMode.ALL);
        double narrow = Math.cos(Math.toRadians(point.lat()));
        double whole = 0;
        double best = Double.POSITIVE_INFINITY;
        double behind = 0;
        double bearing = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            double x1 = (line.getLon(i) - point.lng()) * narrow * METRES_A_DEGREE;
            double y1 = (line.getLat(i) - point.lat()) * METRES_A_DEGREE;
            double dx = (line.getLon(i + 1) - point.lng()) * narrow * METRES_A_DEGREE - x1;
            double dy = (line.getLat(i + 1) - point.lat()) * METRES_A_DEGREE - y1;
            double length = Math.hypot(dx, dy);
            double share = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / (length * length), 0, 1);
            double away = Math.hypot(x1 + share * dx, y1 + share * dy);
            if (away < best) {
                best = away;
                behind = whole + share * length;
                if (length > 0) bearing = degrees(dx, dy);
            }
            whole += length;
        }
        Foothold place = new Foothold(edge * 2, whole == 0 ? 0 : Math.clamp(behind / whole, 0, 1));
        return new Candidate(place, best, bearing);
    }
}
