package hansom.geo.place;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an extract what may become a place, in three passes (relations, ways, nodes), so that only the points of what is wanted are
 * held in memory. A relation stands where its first outer way does.
 */
final class ExtractReader {
    private final Path extract;
    private final Predicate<Map<String, String>> wanted;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Line> relationsByWay = new HashMap<>();
    private final LongObjectHashMap<@Nullable Point> points = new LongObjectHashMap<>();

    private record Line(String id, Map<String, String> tags, LongArrayList nodes) {}

    ExtractReader(Path extract, Predicate<Map<String, String>> wanted) {
        this.extract = extract;
        this.wanted = wanted;
    }

    /** Calls for every wanted element, nodes first. */
    void read(Consumer<Feature> found) throws IOException {
        Elements.read(extract, new SkipOptions(true, true, false), this::relation);
        Elements.read(extract, new SkipOptions(true, false, true), this::way);
        Elements.read(extract, new SkipOptions(false, true, true), element -> node(element, found));
        for (Line line : lines) {
            Feature feature = feature(line);
            if (feature != null) found.accept(feature);
        }
    }

    private void relation(ReaderElement element) {
        if (!(element instanceof ReaderRelation relation)) return;
        Map<String, String> tags = Elements.tags(relation);
        if (!wanted.test(tags)) return;
        for (ReaderRelation.Member member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY || "inner".equals(member.getRole())) continue;
            Line line = new Line("r" + relation.getId(), tags, new LongArrayList());
            if (relationsByWay.putIfAbsent(member.getRef(), line) == null) lines.add(line);
            return;
        }
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) return;
        Line relation = relationsByWay.get(way.getId());
        Map<String, String> tags = Elements.tags(way);
        boolean itself = wanted.test(tags);
        if (relation == null && !itself) return;
        for (var node : way.getNodes()) points.put(node.value, null);
        if (relation != null) relation.nodes().addAll(way.getNodes());
        if (itself) lines.add(new Line("w" + way.getId(), tags, way.getNodes()));
    }

    private void node(ReaderElement element, Consumer<Feature> found) {
        if (!(element instanceof ReaderNode node)) return;
        boolean needed = points.containsKey(node.getId());
        Map<String, String> tags = Elements.tags(node);
        boolean itself = wanted.test(tags);
        if (!needed && !itself) return;
        Point point = new Point(node.getLat(), node.getLon());
        if (needed) points.put(node.getId(), point);
        if (itself) found.accept(new Feature("n" + node.getId(), tags, List.of(point)));
    }

    private @Nullable Feature feature(Line line) {
        List<Point> known = new ArrayList<>();
        for (var node : line.nodes()) {
            Point point = points.get(node.value);
            if (point != null) known.add(point);
        }
        return known.isEmpty() ? null : new Feature(line.id(), line.tags(), known);
    }
}
