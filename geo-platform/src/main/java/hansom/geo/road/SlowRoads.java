package hansom.geo.road;

import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.ShowTraffic;
import hansom.contract.geo.Point;
import hansom.contract.geo.RoadTraffic;
import hansom.contract.geo.RoadTraffic.Level;
import hansom.contract.geo.RoadTraffic.Slow;
import hansom.contract.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows which roads cars are slow on. Of too many, the worst and longest. */
final class SlowRoads {
    private static final int MOST = 3_000;
    private static final double SLOW = 1.5;
    private static final double JAMMED = 2.5;

    private final RoadNetwork network;

    SlowRoads(RoadNetwork network) {
        this.network = network;
    }

    private record Stretch(int key, Level level, double metres) {}

    RoadTraffic within(ShowTraffic asked) {
        Point from = asked.southWest();
        Point to = asked.northEast();
        if (from.lat() >= to.lat() || from.lng() >= to.lng())
            throw Refusals.refuse(RefusalCode.INVALID_REQUEST, "the first corner must lie south and west of the other");
        Snapshot now = network.now();
        List<Stretch> found = new ArrayList<>();
        BitSet seen = new BitSet();
        network.index().query(new BBox(from.lng(), to.lng(), from.lat(), to.lat()), edge -> {
            if (seen.get(edge)) return;
            seen.set(edge);
            look(2 * edge, now, found);
            look(2 * edge + 1, now, found);
        });
        found.sort(Comparator.comparing(Stretch::level)
                .thenComparingDouble(Stretch::metres)
                .reversed()
                .thenComparingInt(Stretch::key));
        return new RoadTraffic(
                network.name(now),
                found.stream()
                        .limit(MOST)
                        .map(stretch -> new Slow(line(stretch.key), stretch.level))
                        .toList());
    }

    /** Copies of a road that the importer made are the same road, drawn once. */
    private void look(int key, Snapshot now, List<Stretch> found) {
        if (network.twins().original(key) != key) return;
        Weights weights = now.of(VehicleType.CAR);
        Level level = level(key, weights, now.closed());
        if (level != null) found.add(new Stretch(key, level, weights.roads().metres(key)));
    }

    private static @Nullable Level level(int key, Weights weights, BitSet closed) {
        if (!weights.drivable(key)) return null;
        if (closed.get(key / 2)) return Level.CLOSED;
        double slowness = (double) weights.millis(key) / weights.roads().millis(key);
        if (slowness >= JAMMED) return Level.JAMMED;
        return slowness >= SLOW ? Level.SLOW : null;
    }

    private String line(int key) {
        PointList line = network.graph().getEdgeIteratorStateForKey(key).fetchWayGeometry(FetchMode.ALL);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) points.add(new Point(line.getLat(i), line.getLon(i)));
        return Polyline.encode(points);
    }
}
