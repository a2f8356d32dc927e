package hansom.geo.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Cuts shapes at a tile's margin, leaves out what is too fine to be seen, and moves points to whole units. */
final class Scissors {
    private final GeometryFactory geometry;
    private final double fineness;
    private final double leastArea;
    private final RingClipper rings = new RingClipper(TileGrid.WITH_MARGIN);

    Scissors(GeometryFactory geometry, double fineness, double leastArea) {
        this.geometry = geometry;
        this.fineness = fineness;
        this.leastArea = leastArea;
    }

    /** What is left of a shape, in the units of the tile; empty when nothing is. */
    Optional<Geometry> cut(Geometry shape) {
        return switch (shape) {
            case org.locationtech.jts.geom.Point point ->
                TileGrid.INSIDE.contains(point.getCoordinate()) ? Optional.of(rounded(point)) : Optional.empty();
            case LineString line -> line(line);
            default -> areas(shape);
        };
    }

    private Geometry rounded(org.locationtech.jts.geom.Point point) {
        return geometry.createPoint(new Coordinate(Math.floor(point.getX()), Math.floor(point.getY())));
    }

    private Optional<Geometry> line(LineString line) {
        Envelope around = line.getEnvelopeInternal();
        if (!TileGrid.WITH_MARGIN.intersects(around)) return Optional.empty();
        Geometry inside = TileGrid.WITH_MARGIN.contains(around)
                ? line
                : line.intersection(geometry.toGeometry(TileGrid.WITH_MARGIN));
        List<LineString> pieces = new ArrayList<>();
        for (int i = 0; i < inside.getNumGeometries(); i++)
            if (inside.getGeometryN(i) instanceof LineString piece) {
                Coordinate[] points = fine(piece.getCoordinates());
                if (points.length > 1) pieces.add(geometry.createLineString(points));
            }
        if (pieces.isEmpty()) return Optional.empty();
        return Optional.of(
                pieces.size() == 1
                        ? pieces.getFirst()
                        : geometry.createMultiLineString(pieces.toArray(LineString[]::new)));
    }

    private Optional<Geometry> areas(Geometry shape) {
        List<Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++)
            if (shape.getGeometryN(i) instanceof Polygon polygon
                    && TileGrid.WITH_MARGIN.intersects(polygon.getEnvelopeInternal())) {
                @Nullable Polygon piece = area(polygon);
                if (piece != null) pieces.add(piece);
            }
        if (pieces.isEmpty()) return Optional.empty();
        return Optional.of(
                pieces.size() == 1 ? pieces.getFirst() : geometry.createMultiPolygon(pieces.toArray(Polygon[]::new)));
    }

    private @Nullable Polygon area(Polygon polygon) {
        @Nullable LinearRing shell = ring(polygon.getExteriorRing());
        if (shell == null) return null;
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            @Nullable LinearRing hole = ring(polygon.getInteriorRingN(i));
            if (hole != null) holes.add(hole);
        }
        return geometry.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private @Nullable LinearRing ring(LinearRing ring) {
        Coordinate[] inside = TileGrid.WITH_MARGIN.contains(ring.getEnvelopeInternal())
                ? ring.getCoordinates()
                : rings.clip(ring.getCoordinates());
        Coordinate[] points = fine(inside);
        if (points.length < 4) return null;
        LinearRing cut = geometry.createLinearRing(points);
        return Math.abs(org.locationtech.jts.algorithm.Area.ofRing(points)) >= leastArea ? cut : null;
    }

    private Coordinate[] fine(Coordinate[] points) {
        if (points.length < 2) return points;
        Coordinate[] fewer = DouglasPeuckerSimplifier.simplify(geometry.createLineString(points), fineness)
                .getCoordinates();
        CoordinateList whole = new CoordinateList();
        for (Coordinate point : fewer) whole.add(new Coordinate(Math.round(point.x), Math.round(point.y)), false);
        return whole.toCoordinateArray();
    }
}
