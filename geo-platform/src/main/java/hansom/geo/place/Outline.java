package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** The line around a house, or the point that it is; the distance to it is none from within. */
record Outline(List<Point> points) {
    private static final double METRES_A_DEGREE = 111_195;
    private static final double MICRO = 1e6;

    Outline {
        points = List.copyOf(points);
    }

    /** Degrees in millionths, latitude before longitude. */
    String written() {
        StringBuilder written = new StringBuilder();
        for (Point point : points)
            written.append(Math.round(point.lat() * MICRO))
                    .append(' ')
                    .append(Math.round(point.lng() * MICRO))
                    .append(' ');
        return written.toString().strip();
    }

    static Outline read(String written) {
        List<Point> points = new ArrayList<>();
        String[] degrees = written.split(" ", -1);
        for (int i = 0; i + 1 < degrees.length; i += 2)
            points.add(new Point(Long.parseLong(degrees[i]) / MICRO, Long.parseLong(degrees[i + 1]) / MICRO));
        return new Outline(points);
    }

    /** On the plane that touches the earth at the point. */
    double metresTo(Point point) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        double least = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int i = 0; i < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(Math.min(i + 1, points.size() - 1));
            double x = (from.lng() - point.lng()) * narrow;
            double y = from.lat() - point.lat();
            double dx = (to.lng() - from.lng()) * narrow;
            double dy = to.lat() - from.lat();
            double length = dx * dx + dy * dy;
            double share = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
            least = Math.min(least, Math.hypot(x + share * dx, y + share * dy));
            boolean crosses = (y > 0) != (y + dy > 0) && x - y * dx / dy > 0;
            if (crosses) inside = !inside;
        }
        return inside && closed() ? 0 : least * METRES_A_DEGREE;
    }

    private boolean closed() {
        return points.size() > 3 && points.getFirst().equals(points.getLast());
    }
}
