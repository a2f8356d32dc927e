package hansom.geo.missing;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** A line over the ground, short enough to be measured as if the ground were flat. */
record Lane(List<Point> points) {
    private static final double METRES_A_DEGREE = 111_195;

    Lane {
        points = List.copyOf(points);
    }

    /** The place on a line that is nearest to a point: how far the point is from it, and how much of the line lies before it. */
    record Nearest(Point at, double away, double before) {}

    static double apart(Point one, Point other) {
        double narrow = Math.cos(Math.toRadians((one.lat() + other.lat()) / 2));
        return METRES_A_DEGREE * Math.hypot(other.lat() - one.lat(), (other.lng() - one.lng()) * narrow);
    }

    static Point between(Point from, Point to, double share) {
        return new Point(from.lat() + (to.lat() - from.lat()) * share, from.lng() + (to.lng() - from.lng()) * share);
    }

    double metres() {
        double metres = 0;
        for (int i = 0; i + 1 < points.size(); i++) metres += apart(points.get(i), points.get(i + 1));
        return metres;
    }

    /** Points along it, so many metres apart or a little less, its ends among them. */
    Lane sampled(double metres) {
        double whole = metres();
        int pieces = (int) Math.max(1, Math.ceil(whole / metres));
        List<Point> samples = new ArrayList<>();
        samples.add(points.getFirst());
        double behind = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            double piece = apart(points.get(i), points.get(i + 1));
            double next = whole * samples.size() / pieces;
            while (samples.size() < pieces && next <= behind + piece) {
                samples.add(between(points.get(i), points.get(i + 1), piece == 0 ? 0 : (next - behind) / piece));
                next = whole * samples.size() / pieces;
            }
            behind += piece;
        }
        samples.add(points.getLast());
        return new Lane(samples);
    }

    Nearest nearest(Point point) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        Nearest best = new Nearest(points.getFirst(), apart(points.getFirst(), point), 0);
        double behind = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            double x = (from.lng() - point.lng()) * narrow;
            double y = from.lat() - point.lat();
            double dx = (to.lng() - from.lng()) * narrow;
            double dy = to.lat() - from.lat();
            double squared = dx * dx + dy * dy;
            double share = squared == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / squared, 0, 1);
            double away = METRES_A_DEGREE * Math.hypot(x + share * dx, y + share * dy);
            double piece = METRES_A_DEGREE * Math.sqrt(squared);
            if (away < best.away) best = new Nearest(between(from, to, share), away, behind + share * piece);
            behind += piece;
        }
        return best;
    }

    /** Whether a point lies inside the ring that it is. */
    boolean encloses(Point point) {
        boolean inside = false;
        for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            Point one = points.get(i);
            Point other = points.get(j);
            if (one.lat() > point.lat() != other.lat() > point.lat()
                    && point.lng()
                            < (other.lng() - one.lng()) * (point.lat() - one.lat()) / (other.lat() - one.lat())
                                    + one.lng()) inside = !inside;
        }
        return inside;
    }
}
