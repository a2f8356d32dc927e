package hansom.geo.tile;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.cursors.LongCursor;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.geo.map.Elements;
import hansom.geo.tile.Drawn.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Reads from an extract all that is drawn, in three passes (relations, ways, nodes), so that only the points of what is wanted are held in
 * memory.
 */
final class Survey {
    private static final int NOWHERE = -1;

    private final GeometryFactory geometry = new GeometryFactory();
    private final Rings rings = new Rings(geometry);
    private final Consumer<Drawn> found;
    private final List<Area> areas = new ArrayList<>();
    private final Map<Long, List<Side>> sides = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<LongArrayList> coastlines = new ArrayList<>();
    private final LongLongHashMap points = new LongLongHashMap();
    private final Envelope roads = new Envelope();

    private record Line(Legend.Rule rule, Map<String, String> words, LongArrayList nodes) {}

    private record Area(
            Legend.Rule rule, Map<String, String> words, List<LongArrayList> outer, List<LongArrayList> inner) {}

    /** A way as part of an area. */
    private record Side(Area area, boolean inner) {}

    private Survey(Consumer<Drawn> found) {
        this.found = found;
    }

    static void of(Path extract, Consumer<Drawn> found) throws IOException {
        Survey survey = new Survey(found);
        Elements.read(extract, new SkipOptions(true, true, false), survey::relation);
        Elements.read(extract, new SkipOptions(true, false, true), survey::way);
        Elements.read(extract, new SkipOptions(false, true, true), survey::node);
        survey.draw();
    }

    private void relation(ReaderElement element) {
        if (!(element instanceof ReaderRelation relation)) return;
        Map<String, String> tags = Elements.tags(relation);
        if (!"multipolygon".equals(tags.get("type"))) return;
        Optional<Legend.Rule> rule = Legend.ofOutline(tags, true).filter(Legend.Rule::area);
        if (rule.isEmpty()) return;
        Area area = new Area(rule.get(), Legend.words(tags), new ArrayList<>(), new ArrayList<>());
        areas.add(area);
        for (ReaderRelation.Member member : relation.getMembers())
            if (member.getType() == ReaderElement.Type.WAY)
                sides.computeIfAbsent(member.getRef(), first -> new ArrayList<>())
                        .add(new Side(area, "inner".equals(member.getRole())));
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way) || way.getNodes().size() < 2) return;
        Map<String, String> tags = Elements.tags(way);
        LongArrayList nodes = way.getNodes();
        boolean closed = nodes.size() > 3 && nodes.get(0) == nodes.get(nodes.size() - 1);
        Optional<Legend.Rule> rule = Legend.ofOutline(tags, closed);
        boolean coast = "coastline".equals(tags.get("natural"));
        List<Side> sideOf = sides.getOrDefault(way.getId(), List.of());
        if (rule.isEmpty() && !coast && sideOf.isEmpty()) return;
        rule.ifPresent(drawn -> lines.add(new Line(drawn, Legend.words(tags), nodes)));
        if (coast) coastlines.add(nodes);
        for (Side side : sideOf)
            (side.inner() ? side.area().inner() : side.area().outer()).add(nodes);
        for (LongCursor node : nodes) points.put(node.value, NOWHERE);
    }

    private void node(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) return;
        boolean needed = points.containsKey(node.getId());
        int x = Plane.x(node.getLon());
        int y = Plane.y(node.getLat());
        if (needed) points.put(node.getId(), (long) x << 32 | y);
        if (!node.hasTags()) return;
        Map<String, String> tags = Elements.tags(node);
        Legend.ofPoint(tags)
                .ifPresent(rule ->
                        tell(rule, rule.leastZoom(), Legend.words(tags), geometry.createPoint(new Coordinate(x, y))));
    }

    private void draw() {
        for (Line line : lines) {
            List<Coordinate> way = coordinates(line.nodes());
            if (way.size() < 2) continue;
            if (line.rule().area()) area(line.rule(), line.words(), List.of(way), List.of());
            else {
                Geometry outline = geometry.createLineString(way.toArray(Coordinate[]::new));
                if (line.rule().layer() == Layer.ROAD) roads.expandToInclude(outline.getEnvelopeInternal());
                tell(line.rule(), line.rule().leastZoom(), line.words(), outline);
            }
        }
        for (Area area : areas)
            area(
                    area.rule(),
                    area.words(),
                    area.outer().stream().map(this::coordinates).toList(),
                    area.inner().stream().map(this::coordinates).toList());
        sea();
    }

    private void area(
            Legend.Rule rule, Map<String, String> words, List<List<Coordinate>> outer, List<List<Coordinate>> inner) {
        Geometry outline = rings.areas(outer, inner);
        if (outline.isEmpty()) return;
        int leastZoom = Sizes.leastZoom(rule, outline.getArea());
        boolean house = rule.layer() == Layer.HOUSE;
        tell(rule, leastZoom, house ? Map.of() : words, outline);
        if (house || !words.containsKey("name")) return;
        Optional<Legend.Rule> label = switch (rule.kind()) {
            case "lake" -> Legend.label("water", Math.max(11, leastZoom + 1));
            case "park" -> Legend.label("park", Math.max(13, leastZoom + 1));
            default -> Optional.empty();
        };
        label.ifPresent(named -> tell(named, named.leastZoom(), words, outline.getInteriorPoint()));
    }

    /** The sea reaches as far beyond the roads as they are wide. */
    private void sea() {
        if (roads.isNull()) return;
        Envelope box = new Envelope(roads);
        box.expandBy(Math.max(roads.getWidth(), roads.getHeight()));
        Legend.Rule rule = new Legend.Rule(Layer.WATER, "sea", 0, true);
        Coast.sea(geometry, coastlines.stream().map(this::coordinates).toList(), box)
                .forEach(part -> tell(rule, 0, Map.of(), part));
    }

    private void tell(Legend.Rule rule, int leastZoom, Map<String, String> words, @Nullable Geometry outline) {
        if (outline != null && !outline.isEmpty())
            found.accept(new Drawn(rule.layer(), rule.kind(), leastZoom, words, outline));
    }

    /** Without the points that the extract leaves out. */
    private List<Coordinate> coordinates(LongArrayList nodes) {
        List<Coordinate> way = new ArrayList<>(nodes.size());
        for (LongCursor node : nodes) {
            long packed = points.getOrDefault(node.value, NOWHERE);
            if (packed == NOWHERE) continue;
            Coordinate point = new Coordinate((int) (packed >> 32), (int) packed);
            if (way.isEmpty() || !way.getLast().equals2D(point)) way.add(point);
        }
        return way;
    }
}
