package hansom.bench.road;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A way of the extract that cars may drive, and the drivers who passed each of its places, well away from where their riders got in and out. */
final class Street {
    private static final Set<String> KINDS =
            Set.of("residential", "unclassified", "tertiary", "secondary", "living_street");
    private static final double LEAST_METRES = 150;
    private static final double MOST_METRES = 2_000;
    private static final double SPACING_METRES = 5;
    private static final double ON_METRES = 4;
    private static final double END_METRES = 150;

    final long id;
    final Line line;
    final List<Point> places;
    private final List<Set<Integer>> passed = new ArrayList<>();

    private Street(long id, Line line) {
        this.id = id;
        this.line = line;
        this.places = line.sampled();
        places.forEach(_ -> passed.add(new HashSet<>()));
    }

    /** All of middling length, in the extract's order. */
    static List<Street> of(Path extract, Set<Long> drivable) throws IOException {
        List<ReaderWay> ways = new ArrayList<>();
        LongObjectHashMap<Point> nodes = new LongObjectHashMap<>();
        Elements.read(extract, new SkipOptions(true, false, true), element -> {
            if (!(element instanceof ReaderWay way) || !drivable.contains(way.getId())) return;
            if (!KINDS.contains(Elements.tags(way).getOrDefault("highway", ""))) return;
            ways.add(way);
            for (var node : way.getNodes()) nodes.put(node.value, null);
        });
        Elements.read(extract, new SkipOptions(false, true, true), element -> {
            if (element instanceof ReaderNode node && nodes.containsKey(node.getId()))
                nodes.put(node.getId(), new Point(node.getLat(), node.getLon()));
        });
        List<Street> streets = new ArrayList<>();
        for (ReaderWay way : ways) {
            Line line = new Line(points(way.getNodes(), nodes));
            if (line.points().size() > 1 && line.metres() >= LEAST_METRES && line.metres() <= MOST_METRES)
                streets.add(new Street(way.getId(), line));
        }
        return streets;
    }

    private static List<Point> points(LongArrayList ids, LongObjectHashMap<Point> nodes) {
        List<Point> points = new ArrayList<>();
        for (var id : ids) if (nodes.get(id.value) != null) points.add(nodes.get(id.value));
        return points;
    }

    /** Somebody drove along this line. */
    void pass(Line trip, int driver) {
        Point from = trip.points().getFirst();
        Point to = trip.points().getLast();
        for (int i = 0; i < places.size(); i++) {
            Point place = places.get(i);
            boolean apart = Line.apart(place, from) > END_METRES && Line.apart(place, to) > END_METRES;
            if (apart && trip.distance(place) <= ON_METRES) passed.get(i).add(driver);
        }
    }

    /** The places that so many drivers passed. */
    List<Point> passedBy(int drivers) {
        List<Point> found = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) if (passed.get(i).size() >= drivers) found.add(places.get(i));
        return found;
    }

    double metresPassedBy(int drivers) {
        return passedBy(drivers).size() * SPACING_METRES;
    }
}
