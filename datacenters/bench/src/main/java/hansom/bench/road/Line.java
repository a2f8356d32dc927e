package hansom.bench.road;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** A line over the map, as a car drives it. */
record Line(List<Point> points) {
    private static final double METRES_A_DEGREE = 111_195;
    private static final double SAMPLED_METRES = 5;

    Line {
        points = List.copyOf(points);
    }

    double metres() {
        double metres = 0;
        for (int i = 0; i + 1 < points.size(); i++) metres += apart(points.get(i), points.get(i + 1));
        return metres;
    }

    static double apart(Point from, Point to) {
        double narrow = Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
        return METRES_A_DEGREE * Math.hypot(to.lat() - from.lat(), (to.lng() - from.lng()) * narrow);
    }

    /** A place so many metres north and east of another. */
    static Point beside(Point point, double north, double east) {
        double lat = point.lat() + north / METRES_A_DEGREE;
        return new Point(lat, point.lng() + east / METRES_A_DEGREE / Math.cos(Math.toRadians(lat)));
    }

    /** So many metres from its beginning, or its end where it is shorter. */
    Point at(double metres) {
        double rest = metres;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            double piece = apart(from, to);
            if (rest <= piece && piece > 0)
                return new Point(
                        from.lat() + (to.lat() - from.lat()) * rest / piece,
                        from.lng() + (to.lng() - from.lng()) * rest / piece);
            rest -= piece;
        }
        return points.getLast();
    }

    /** Which share of it lies farther than this from another line. */
    double shareOff(Line other, double metres) {
        int off = 0;
        int all = 0;
        for (Point sample : sampled()) {
            all++;
            if (other.distance(sample) > metres) off++;
        }
        return all == 0 ? 1 : (double) off / all;
    }

    /** Places on it some metres apart, from its beginning. */
    List<Point> sampled() {
        List<Point> samples = new ArrayList<>();
        double rest = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            double piece = apart(from, to);
            for (; rest < piece; rest += SAMPLED_METRES)
                samples.add(new Point(
                        from.lat() + (to.lat() - from.lat()) * rest / piece,
                        from.lng() + (to.lng() - from.lng()) * rest / piece));
            rest -= piece;
        }
        return samples;
    }

    /** In metres, from the nearest place on it. */
    double distance(Point point) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < points.size(); i++) {
            double x = (points.get(i).lng() - point.lng()) * narrow;
            double y = points.get(i).lat() - point.lat();
            double dx = (points.get(i + 1).lng() - point.lng()) * narrow - x;
            double dy = points.get(i + 1).lat() - point.lat() - y;
            double squared = dx * dx + dy * dy;
            double share = squared == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / squared, 0, 1);
            least = Math.min(least, Math.hypot(x + share * dx, y + share * dy));
        }
        return least * METRES_A_DEGREE;
    }
}
