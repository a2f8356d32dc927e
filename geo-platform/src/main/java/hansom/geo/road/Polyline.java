package hansom.geo.road;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** A line of points as text, in Google's encoding with five decimals. */
public final class Polyline {
    private static final double SCALE = 1e5;
    private static final int CHUNK_BITS = 5;
    private static final int FIRST_LETTER = 63;

    private Polyline() {}

    public static String encode(List<Point> points) {
        StringBuilder text = new StringBuilder();
        long lat = 0;
        long lng = 0;
        for (Point point : points) {
            long nextLat = Math.round(point.lat() * SCALE);
            long nextLng = Math.round(point.lng() * SCALE);
            append(text, nextLat - lat);
            append(text, nextLng - lng);
            lat = nextLat;
            lng = nextLng;
        }
        return text.toString();
    }

    /** The points again, each within half of the last decimal; throws IllegalArgumentException when the text ends within a point. */
    public static List<Point> decode(String text) {
        List<Point> points = new ArrayList<>();
        Reader in = new Reader(text);
        long lat = 0;
        long lng = 0;
        while (in.hasMore()) {
            lat += in.next();
            lng += in.next();
            points.add(new Point(lat / SCALE, lng / SCALE));
        }
        return points;
    }

    private static void append(StringBuilder text, long value) {
        long rest = value < 0 ? ~(value << 1) : value << 1;
        while (rest >= 1 << CHUNK_BITS) {
            text.append((char) (((rest & 0x1f) | 0x20) + FIRST_LETTER));
            rest >>= CHUNK_BITS;
        }
        text.append((char) (rest + FIRST_LETTER));
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean hasMore() {
            return at < text.length();
        }

        long next() {
            long value = 0;
            for (int shift = 0; hasMore(); shift += CHUNK_BITS) {
                int chunk = text.charAt(at++) - FIRST_LETTER;
                value |= (long) (chunk & 0x1f) << shift;
                if (chunk < 0x20) return (value & 1) == 1 ? ~(value >> 1) : value >> 1;
            }
            throw new IllegalArgumentException("the line ends within a point");
        }
    }
}
