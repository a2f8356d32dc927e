package hansom.geo.road;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds every stretch of road near a point, in both directions, and where on it the point would be. */
final class Nearby {
    private static final int MOST = 24;

    private final Shapes shapes;
    private final Arcs arcs;

    /** A place on a directed stretch, how far the point lies from it, and where the stretch leads there, in degrees clockwise from north. */
    record Candidate(Foothold place, double away, double bearing) {
        Candidate turned() {
            return new Candidate(place.turned(), away, (bearing + 180) % 360);
        }
    }

    Nearby(Shapes shapes, Arcs arcs) {
        this.shapes = shapes;
        this.arcs = arcs;
    }

    /** The nearest first. */
    List<Candidate> around(Point point, double metres) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        List<Candidate> found = new ArrayList<>();
        for (int edge : shapes.around(point.lat(), point.lng(), metres)) {
            boolean along = arcs.millis(edge * 2) != Arcs.NEVER;
            boolean against = arcs.millis(edge * 2 + 1) != Arcs.NEVER;
            if (!along && !against) continue;
            Candidate candidate = candidate(edge, point, narrow);
            if (candidate.away > metres) continue;
            if (along) found.add(candidate);
            if (against) found.add(candidate.turned());
        }
        found.sort(Comparator.comparingDouble(Candidate::away));
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
    }

    /** Where on this stretch the point would be. */
    Candidate on(int key, Point point) {
        Candidate along = candidate(key / 2, point, Math.cos(Math.toRadians(point.lat())));
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

    private Candidate candidate(int edge, Point point, double narrow) {
        double whole = 0;
        double best = Double.POSITIVE_INFINITY;
        double behind = 0;
        double east = 0;
        double north = 0;
        int end = shapes.end(edge);
        double x2 = east(shapes.first(edge), point, narrow);
        double y2 = north(shapes.first(edge), point);
        for (int i = shapes.first(edge) + 1; i < end; i++) {
            double x1 = x2;
            double y1 = y2;
            x2 = east(i, point, narrow);
            y2 = north(i, point);
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = Math.sqrt(dx * dx + dy * dy);
            double share = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / (length * length), 0, 1);
            double px = x1 + share * dx;
            double py = y1 + share * dy;
            double away = px * px + py * py;
            if (away < best) {
                best = away;
                behind = whole + share * length;
                if (length > 0) {
                    east = dx;
                    north = dy;
                }
            }
            whole += length;
        }
        Foothold place = new Foothold(edge * 2, whole == 0 ? 0 : Math.clamp(behind / whole, 0, 1));
        return new Candidate(place, Math.sqrt(best), degrees(east, north));
    }

    private double east(int i, Point point, double narrow) {
        return (shapes.lng(i) - point.lng()) * narrow * Shapes.METRES_A_DEGREE;
    }

    private double north(int i, Point point) {
        return (shapes.lat(i) - point.lat()) * Shapes.METRES_A_DEGREE;
    }
}
