package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import hansom.contract.geo.Point;
import hansom.geo.road.Reach.Way;
import java.util.List;

/** Draws ways over stretches of road as lines. */
final class Lines {
    private final BaseGraph graph;

    Lines(BaseGraph graph) {
        this.graph = graph;
    }

    /** Adds the line from one place to another; a point that the line ends with already is not added again. */
    void add(Foothold from, Way way, Foothold to, List<Point> line) {
        boolean onOne = from.key() == to.key() && way.through().isEmpty() && from.share() <= to.share();
        if (onOne) {
            part(from.key(), from.share(), to.share(), line);
            return;
        }
        part(from.key(), from.share(), 1, line);
        for (int key : way.through()) part(key, 0, 1, line);
        part(to.key(), 0, to.share(), line);
    }

    Point at(Foothold place) {
        return along(geometry(place.key()), place.share());
    }

    private void part(int key, double from, double to, List<Point> line) {
        PointList whole = geometry(key);
        double length = length(whole);
        put(along(whole, from), line);
        double behind = 0;
        for (int i = 1; i + 1 < whole.size(); i++) {
            behind += apart(whole, i - 1);
            if (behind > from * length && behind < to * length) put(new Point(whole.getLat(i), whole.getLon(i)), line);
        }
        put(along(whole, to), line);
    }

    private PointList geometry(int key) {
        return graph.getEdgeIteratorStateForKey(key).fetchWayGeometry(FetchMode.ALL);
    }

    private static void put(Point point, List<Point> line) {
        if (line.isEmpty() || !line.getLast().equals(point)) line.add(point);
    }

    private static Point along(PointList line, double share) {
        double rest = share * length(line);
        for (int i = 0; i + 1 < line.size(); i++) {
            double piece = apart(line, i);
            if (rest <= piece && piece > 0) {
                double part = rest / piece;
                return new Point(
                        line.getLat(i) + (line.getLat(i + 1) - line.getLat(i)) * part,
                        line.getLon(i) + (line.getLon(i + 1) - line.getLon(i)) * part);
            }
            rest -= piece;
        }
        return new Point(line.getLat(line.size() - 1), line.getLon(line.size() - 1));
    }

    private static double length(PointList line) {
        double length = 0;
        for (int i = 0; i + 1 < line.size(); i++) length += apart(line, i);
        return length;
    }

    /** In degrees of latitude: only shares of one line are asked for. */
    private static double apart(PointList line, int i) {
        return Math.hypot(
                line.getLat(i + 1) - line.getLat(i),
                (line.getLon(i + 1) - line.getLon(i)) * Math.cos(Math.toRadians(line.getLat(i))));
    }
}
