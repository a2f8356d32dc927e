package hansom.geo.tile;

import hansom.geo.tile.Drawn.Layer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A {@link Drawn} as bytes: words as they are, each point as its step from the one before. */
final class DrawnBytes {
    private static final int POINT = 0;
    private static final int LINE = 1;
    private static final int AREA = 2;

    private DrawnBytes() {}

    static byte[] written(Drawn drawn) {
        Writer out = new Writer();
        out.text(drawn.layer().name());
        out.number(drawn.leastZoom());
        out.text(drawn.kind());
        out.number(drawn.words().size());
        drawn.words().forEach((key, value) -> {
            out.text(key);
            out.text(value);
        });
        out.geometry(drawn.outline());
        return out.bytes.toByteArray();
    }

    static Drawn read(ByteBuffer bytes, GeometryFactory geometry) {
        Reader in = new Reader(bytes, geometry);
        Layer layer = Layer.valueOf(in.text());
        int leastZoom = in.number();
        String kind = in.text();
        Map<String, String> words = new HashMap<>();
        for (int left = in.number(); left > 0; left--) words.put(in.text(), in.text());
        return new Drawn(layer, kind, leastZoom, words, in.geometry());
    }

    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int x;
        private int y;

        void number(int value) {
            int left = value;
            while ((left & ~0x7f) != 0) {
                bytes.write((left & 0x7f) | 0x80);
                left >>>= 7;
            }
            bytes.write(left);
        }

        void text(String text) {
            byte[] letters = text.getBytes(StandardCharsets.UTF_8);
            number(letters.length);
            bytes.writeBytes(letters);
        }

        void geometry(Geometry geometry) {
            switch (geometry) {
                case Point point -> {
                    number(POINT);
                    points(point.getCoordinates());
                }
                case LineString line -> {
                    number(LINE);
                    points(line.getCoordinates());
                }
                default -> {
                    number(AREA);
                    number(geometry.getNumGeometries());
                    for (int i = 0; i < geometry.getNumGeometries(); i++) polygon((Polygon) geometry.getGeometryN(i));
                }
            }
        }

        private void polygon(Polygon polygon) {
            number(polygon.getNumInteriorRing());
            points(polygon.getExteriorRing().getCoordinates());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++)
                points(polygon.getInteriorRingN(i).getCoordinates());
        }

        private void points(Coordinate[] points) {
            number(points.length);
            for (Coordinate point : points) {
                int nextX = (int) Math.round(point.x);
                int nextY = (int) Math.round(point.y);
                step(nextX - x);
                step(nextY - y);
                x = nextX;
                y = nextY;
            }
        }

        private void step(int difference) {
            number((difference << 1) ^ (difference >> 31));
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;
        private final GeometryFactory geometry;
        private int x;
        private int y;

        Reader(ByteBuffer bytes, GeometryFactory geometry) {
            this.bytes = bytes;
            this.geometry = geometry;
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = bytes.get();
                value |= (next & 0x7f) << shift;
                if (next >= 0) return value;
            }
        }

        String text() {
            byte[] letters = new byte[number()];
            bytes.get(letters);
            return new String(letters, StandardCharsets.UTF_8);
        }

        Geometry geometry() {
            return switch (number()) {
                case POINT -> geometry.createPoint(points()[0]);
                case LINE -> geometry.createLineString(points());
                default -> areas();
            };
        }

        private Geometry areas() {
            int count = number();
            List<Polygon> polygons = new ArrayList<>(count);
            for (int left = count; left > 0; left--) polygons.add(polygon());
            return count == 1 ? polygons.getFirst() : geometry.createMultiPolygon(polygons.toArray(Polygon[]::new));
        }

        private Polygon polygon() {
            LinearRing[] holes = new LinearRing[number()];
            LinearRing shell = geometry.createLinearRing(points());
            for (int i = 0; i < holes.length; i++) holes[i] = geometry.createLinearRing(points());
            return geometry.createPolygon(shell, holes);
        }

        private Coordinate[] points() {
            Coordinate[] points = new Coordinate[number()];
            for (int i = 0; i < points.length; i++) {
                x += step();
                y += step();
                points[i] = new Coordinate(x, y);
            }
            return points;
        }

        private int step() {
            int written = number();
            return (written >>> 1) ^ -(written & 1);
        }
    }
}
