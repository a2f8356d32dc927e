package hansom.bench.truth;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import hansom.city.street.Spot;
import hansom.city.street.Way;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells over which roads of the map a drawn line leads, as the city knows them: their class, how fast the map thinks they are, where they meet. */
final class Terrain {
    private static final double LEAST_KMH = 5;
    private static final double DECIMALS = 1e5;
    private static final int REACH = 360 * 100_000;

    private final BaseGraph graph;
    private final EnumEncodedValue<RoadClass> classes;
    private final DecimalEncodedValue speeds;
    /** Each straight piece by its ends, to the key of its stretch. */
    private final Map<Long, Integer> pieces = new HashMap<>();

    private final Set<Long> junctions = new HashSet<>();

    Terrain(GraphHopper hopper) {
        this.graph = hopper.getBaseGraph();
        this.classes = hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        this.speeds = hopper.getEncodingManager().getDecimalEncodedValue(VehicleSpeed.key("car"));
        for (int edge = 0; edge < graph.getEdges(); edge++) {
            PointList line = graph.getEdgeIteratorStateForKey(2 * edge).fetchWayGeometry(FetchMode.ALL);
            for (int i = 0; i + 1 < line.size(); i++) {
                pieces.putIfAbsent(piece(node(line, i), node(line, i + 1)), 2 * edge);
                pieces.putIfAbsent(piece(node(line, i + 1), node(line, i)), 2 * edge + 1);
            }
            junctions.add(node(line, 0));
            junctions.add(node(line, line.size() - 1));
        }
    }

    /** A point of the map as lines are written, with five decimals. */
    private static long node(double lat, double lng) {
        return Math.round(lat * DECIMALS) * REACH + Math.round(lng * DECIMALS);
    }

    private static long node(PointList line, int i) {
        return node(line.getLat(i), line.getLon(i));
    }

    static long node(Spot spot) {
        return node(spot.lat(), spot.lng());
    }

    private static long piece(long from, long to) {
        return from * 0x9E37_79B9_7F4A_7C15L + to;
    }

    /** The line as the city drives it; empty when it leads over no road of the map. */
    Optional<Way> way(List<Point> line) {
        List<Way.Stretch> stretches = new ArrayList<>();
        EdgeIteratorState edge = null;
        for (int i = 0; i + 1 < line.size(); i++) {
            EdgeIteratorState known = edge(line.get(i), line.get(i + 1));
            if (known == null) known = edge;
            for (int next = i + 1; known == null && next + 1 < line.size(); next++)
                known = edge(line.get(next), line.get(next + 1));
            if (known == null) return Optional.empty();
            edge = known;
            Spot from = spot(line.get(i));
            Spot to = spot(line.get(i + 1));
            if (from.metresTo(to) == 0) continue;
            stretches.add(new Way.Stretch(
                    from,
                    to,
                    from.metresTo(to),
                    edge.get(classes).toString(),
                    Math.max(LEAST_KMH, edge.get(speeds)),
                    junctions.contains(node(to))));
        }
        return stretches.isEmpty() ? Optional.empty() : Optional.of(new Way(stretches));
    }

    private @Nullable EdgeIteratorState edge(Point from, Point to) {
        Integer key = pieces.get(piece(node(from.lat(), from.lng()), node(to.lat(), to.lng())));
        return key == null ? null : graph.getEdgeIteratorStateForKey(key);
    }

    private static Spot spot(Point point) {
        return new Spot(point.lat(), point.lng());
    }

    /** Where a stretch begins and ends. */
    List<Long> ends(int key) {
        PointList line = graph.getEdgeIteratorStateForKey(key).fetchWayGeometry(FetchMode.ALL);
        return List.of(node(line, 0), node(line, line.size() - 1));
    }
}
