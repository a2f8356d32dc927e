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

    private final List<Border> borders = new ArrayList<>();
    private final Map<Long, LongArrayList> borderWays = new HashMap<>();
    /** The street of a house that does not name it itself, by the house's id. */
    private final Map<String, String> streets = new HashMap<>();

    private record Border(Map<String, String> tags, List<Long> ways) {}

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
            List<Point> known = known(line.nodes());
            if (!known.isEmpty()) found.accept(new Feature(line.id(), line.tags(), known));
        }
    }

    /** The borders that were met while reading. */
    List<Boundary> boundaries() {
        return borders.stream()
                .map(border -> new Boundary(
                        border.tags(),
                        border.ways().stream()
                                .map(way -> known(borderWays.getOrDefault(way, new LongArrayList())))
                                .toList()))
                .toList();
    }

    private void relation(ReaderElement element) {
        if (!(element instanceof ReaderRelation relation)) return;
        Map<String, String> tags = Elements.tags(relation);
        if ("associatedStreet".equals(tags.get("type"))) street(relation, tags);
        if (Boundary.isOne(tags)) border(relation, tags);
        if (!wanted.test(tags)) return;
        for (ReaderRelation.Member member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY || "inner".equals(member.getRole())) continue;
            Line line = new Line("r" + relation.getId(), tags, new LongArrayList());
            if (relationsByWay.putIfAbsent(member.getRef(), line) == null) lines.add(line);
            return;
        }
    }

    private void street(ReaderRelation relation, Map<String, String> tags) {
        String name = tags.getOrDefault("addr:street", tags.getOrDefault("name", ""));
        if (name.isEmpty()) return;
        for (ReaderRelation.Member member : relation.getMembers())
            if (!"street".equals(member.getRole()))
                streets.put((member.getType() == ReaderElement.Type.NODE ? "n" : "w") + member.getRef(), name);
    }

    private void border(ReaderRelation relation, Map<String, String> tags) {
        List<Long> ways = relation.getMembers().stream()
                .filter(member -> member.getType() == ReaderElement.Type.WAY)
                .map(ReaderRelation.Member::getRef)
                .toList();
        borders.add(new Border(tags, ways));
        ways.forEach(way -> borderWays.put(way, new LongArrayList()));
    }

    /** The tags of a node or way, with the street that a relation says it stands on. */
    private Map<String, String> tags(ReaderElement element, String id) {
        Map<String, String> tags = Elements.tags(element);
        String street = streets.get(id);
        if (street != null) tags.putIfAbsent("addr:street", street);
        return tags;
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) return;
        Line relation = relationsByWay.get(way.getId());
        LongArrayList border = borderWays.get(way.getId());
        Map<String, String> tags = tags(way, "w" + way.getId());
        boolean itself = wanted.test(tags);
        if (relation == null && border == null && !itself) return;
        for (var node : way.getNodes()) points.put(node.value, null);
        if (border != null) border.addAll(way.getNodes());
        if (relation != null) relation.nodes().addAll(way.getNodes());
        if (itself) lines.add(new Line("w" + way.getId(), tags, way.getNodes()));
    }

    private void node(ReaderElement element, Consumer<Feature> found) {
        if (!(element instanceof ReaderNode node)) return;
        boolean needed = points.containsKey(node.getId());
        Map<String, String> tags = tags(node, "n" + node.getId());
        boolean itself = wanted.test(tags);
        if (!needed && !itself) return;
        Point point = new Point(node.getLat(), node.getLon());
        if (needed) points.put(node.getId(), point);
        if (itself) found.accept(new Feature("n" + node.getId(), tags, List.of(point)));
    }

    private List<Point> known(LongArrayList nodes) {
        List<Point> known = new ArrayList<>();
        for (var node : nodes) {
            Point point = points.get(node.value);
            if (point != null) known.add(point);
        }
        return known;
    }
}
