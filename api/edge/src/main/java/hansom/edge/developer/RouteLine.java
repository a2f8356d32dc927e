package hansom.edge.developer;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** The points of a route's line (Google's encoding, five decimals). */
final class RouteLine {
    private static final double SCALE = 1e5;

    private final String text;
    private int next;

    private RouteLine(String text) {
        this.text = text;
    }

    static List<Point> points(String text) {
        RouteLine line = new RouteLine(text);
        List<Point> points = new ArrayList<>();
        long lat = 0;
        long lng = 0;
        while (line.next < text.length()) {
            lat += line.number();
            lng += line.number();
            points.add(new Point(lat / SCALE, lng / SCALE));
        }
        return points;
    }

    private long number() {
        long value = 0;
        for (int shift = 0; ; shift += 5) {
            int chunk = text.charAt(next++) - 63;
            value |= (chunk & 0x1fL) << shift;
            if (chunk < 0x20) return (value & 1) == 1 ? ~(value >> 1) : value >> 1;
        }
    }
}
