package hansom.geo.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes areas of the ways of a multipolygon. Ways that meet are joined; where an extract was cut through an area, the nearest loose ends
 * are joined, so that a river is still a river.
 */
final class Rings {
    private static final int MOST_LOOSE = 400;

    private final GeometryFactory geometry;

    Rings(GeometryFactory geometry) {
        this.geometry = geometry;
    }

    /** Areas bounded by the outer ways with holes where the inner ones are; empty when nothing closes. */
    Geometry areas(List<List<Coordinate>> outer, List<List<Coordinate>> inner) {
        List<LinearRing> shells = rings(outer);
        shells.sort(
                Comparator.comparingDouble(ring -> ring.getEnvelopeInternal().getArea()));
        List<List<LinearRing>> holes = new ArrayList<>();
        shells.forEach(shell -> holes.add(new ArrayList<>()));
        List<IndexedPointInAreaLocator> inside =
                shells.stream().map(IndexedPointInAreaLocator::new).toList();
        for (LinearRing hole : rings(inner))
            for (int i = 0; i < shells.size(); i++)
                if (inside.get(i).locate(hole.getCoordinateN(0)) != Location.EXTERIOR) {
                    holes.get(i).add(hole);
                    break;
                }
        Polygon[] areas = new Polygon[shells.size()];
        for (int i = 0; i < areas.length; i++)
            areas[i] = geometry.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new));
        return areas.length == 1 ? areas[0] : geometry.createMultiPolygon(areas);
    }

    private List<LinearRing> rings(List<List<Coordinate>> ways) {
        List<LinearRing> rings = new ArrayList<>();
        List<List<Coordinate>> loose = new ArrayList<>();
        for (List<Coordinate> chain : Chains.joined(ways))
            if (Chains.closed(chain)) close(chain, rings);
            else loose.add(chain);
        while (!loose.isEmpty() && loose.size() <= MOST_LOOSE) close(bridged(loose), rings);
        return rings;
    }

    /** Takes the first loose end and goes on over the smallest gaps until its own beginning is nearest. */
    private static List<Coordinate> bridged(List<List<Coordinate>> loose) {
        List<Coordinate> chain = loose.removeFirst();
        while (!loose.isEmpty()) {
            Coordinate end = chain.getLast();
            List<Coordinate> next = Collections.min(loose, Comparator.comparingDouble(other -> gap(other, end)));
            if (gap(next, end) >= end.distance(chain.getFirst())) break;
            loose.remove(next);
            Chains.append(chain, next);
        }
        return chain;
    }

    private static double gap(List<Coordinate> chain, Coordinate end) {
        return Math.min(chain.getFirst().distance(end), chain.getLast().distance(end));
    }

    private void close(List<Coordinate> chain, List<LinearRing> rings) {
        if (!Chains.closed(chain)) chain.add(chain.getFirst().copy());
        if (chain.size() >= 4) rings.add(geometry.createLinearRing(chain.toArray(Coordinate[]::new)));
    }
}
