package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Which administrative areas a point lies in. An area that the extract holds only a part of is not known. */
final class Boundaries {
    private static final String MUNICIPALITY = "8";
    private static final List<String> LANGUAGES = List.of("", "en", "ru");

    private final GeometryFactory geometry = new GeometryFactory();
    private final STRtree areas = new STRtree();

    private record Area(PreparedGeometry outline, double size, boolean municipality, Map<String, String> names) {}

    void add(Boundary boundary) {
        Polygonizer polygons = new Polygonizer();
        for (List<Point> line : boundary.lines())
            if (line.size() > 1)
                polygons.add(geometry.createLineString(
                        line.stream().map(Boundaries::coordinate).toArray(Coordinate[]::new)));
        Collection<?> closed = polygons.getPolygons();
        Map<String, String> names = Entry.names(boundary.tags());
        boolean municipality = MUNICIPALITY.equals(boundary.tags().get("admin_level"));
        for (Object polygon : closed)
            if (polygon instanceof Geometry area)
                areas.insert(
                        area.getEnvelopeInternal(),
                        new Area(PreparedGeometryFactory.prepare(area), area.getArea(), municipality, names));
    }

    /** The names of all areas around a point as people there call them and in the languages of the apps, of the smallest first. */
    List<String> namesAround(Point point) {
        return around(point).stream()
                .flatMap(area -> LANGUAGES.stream().map(language -> Entry.in(language, area.names())))
                .distinct()
                .toList();
    }

    /** The names of the municipality around a point by language; empty when it is not known. */
    Map<String, String> municipality(Point point) {
        return around(point).stream()
                .filter(Area::municipality)
                .map(Area::names)
                .findFirst()
                .orElse(Map.of());
    }

    private List<Area> around(Point point) {
        Coordinate at = coordinate(point);
        List<Area> around = new ArrayList<>();
        for (Object found : areas.query(new Envelope(at)))
            if (found instanceof Area area && area.outline().contains(geometry.createPoint(at))) around.add(area);
        around.sort(Comparator.comparingDouble(Area::size));
        return around;
    }

    private static Coordinate coordinate(Point point) {
        return new Coordinate(point.lng(), point.lat());
    }
}
