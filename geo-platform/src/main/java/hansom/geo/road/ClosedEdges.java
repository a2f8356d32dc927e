package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.geo.Point;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Finds the edges that lie in closed areas, wholly or in part. */
final class ClosedEdges {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private ClosedEdges() {}

    static BitSet within(List<List<Point>> areas, BaseGraph graph, LocationIndexTree index) {
        BitSet closed = new BitSet();
        for (List<Point> ring : areas) {
            if (ring.size() < 3) continue;
            Geometry area = polygon(ring);
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
            BitSet seen = new BitSet();
            index.query(boxOf(area.getEnvelopeInternal()), edge -> {
                if (seen.get(edge)) return;
                seen.set(edge);
                if (prepared.intersects(line(graph, edge))) closed.set(edge);
            });
        }
        return closed;
    }

    /** A ring that crosses itself encloses what its parts enclose. */
    private static Geometry polygon(List<Point> ring) {
        Coordinate[] corners = new Coordinate[ring.size() + 1];
        for (int i = 0; i < ring.size(); i++)
            corners[i] = new Coordinate(ring.get(i).lng(), ring.get(i).lat());
        corners[ring.size()] = corners[0].copy();
        Geometry polygon = GEOMETRY.createPolygon(corners);
        return polygon.isValid() ? polygon : polygon.buffer(0);
    }

    private static Geometry line(BaseGraph graph, int edge) {
        return graph.getEdgeIteratorState(edge, Integer.MIN_VALUE)
                .fetchWayGeometry(FetchMode.ALL)
                .toLineString(false);
    }

    private static BBox boxOf(Envelope area) {
        return new BBox(area.getMinX(), area.getMaxX(), area.getMinY(), area.getMaxY());
    }
}
