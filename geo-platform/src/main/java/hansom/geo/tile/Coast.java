package hansom.geo.tile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The sea, of which OpenStreetMap knows only the shore: water lies to the right of a coastline. Shores that end where the extract was cut
 * are drawn on in their own direction to the edge of a box, the box is divided by them, and each part is sea when a shore has it on its right.
 */
final class Coast {
    private final GeometryFactory geometry;
    private final Envelope box;
    private final Set<Stretch> shore = new HashSet<>();

    /** A piece of shore from one point to the next. */
    private record Stretch(Coordinate from, Coordinate to) {}

    private Coast(GeometryFactory geometry, Envelope box) {
        this.geometry = geometry;
        this.box = box;
    }

    /** The parts of the box that are sea. */
    static List<Polygon> sea(GeometryFactory geometry, List<List<Coordinate>> coastlines, Envelope box) {
        return coastlines.isEmpty() ? List.of() : new Coast(geometry, box).divide(coastlines);
    }

    private List<Polygon> divide(List<List<Coordinate>> coastlines) {
        List<Geometry> lines = new ArrayList<>();
        lines.add(((Polygon) geometry.toGeometry(box)).getExteriorRing());
        for (List<Coordinate> line : coastlines)
            for (int i = 1; i < line.size(); i++) shore.add(new Stretch(line.get(i - 1), line.get(i)));
        for (List<Coordinate> chain : Chains.joined(coastlines)) lines.add(line(chain));
        Polygonizer parts = new Polygonizer();
        parts.add(UnaryUnionOp.union(lines));
        List<Polygon> sea = new ArrayList<>();
        for (Object part : parts.getPolygons()) {
            Polygon polygon = (Polygon) ((Polygon) part).norm();
            if (isSea(polygon)) sea.add(polygon);
        }
        return sea;
    }

    private LineString line(List<Coordinate> chain) {
        List<Coordinate> line = new ArrayList<>(chain);
        if (!Chains.closed(chain)) {
            beyond(chain).ifPresent(line::addLast);
            beyond(chain.reversed()).ifPresent(line::addFirst);
        }
        return geometry.createLineString(line.toArray(Coordinate[]::new));
    }

    /** Where a shore that ends inside the box would leave it. */
    private Optional<Coordinate> beyond(List<Coordinate> chain) {
        Coordinate end = chain.getLast();
        if (!box.contains(end)) return Optional.empty();
        Coordinate before = chain.get(chain.size() / 2);
        double length = before.distance(end);
        if (length == 0) return Optional.empty();
        double far = (box.getWidth() + box.getHeight()) / length;
        return Optional.of(new Coordinate(end.x + (end.x - before.x) * far, end.y + (end.y - before.y) * far));
    }

    /** Walked as {@code norm} turns them, every ring has its area on the right if y counted upwards; here it counts downwards. */
    private boolean isSea(Polygon part) {
        int votes = vote(part.getExteriorRing());
        for (int i = 0; i < part.getNumInteriorRing(); i++) votes += vote(part.getInteriorRingN(i));
        return votes < 0;
    }

    private int vote(LinearRing ring) {
        int votes = 0;
        Coordinate[] points = ring.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            if (shore.contains(new Stretch(points[i - 1], points[i]))) votes++;
            else if (shore.contains(new Stretch(points[i], points[i - 1]))) votes--;
        }
        return votes;
    }
}
