package hansom.geocode;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from an extract, by the raw tags, all that may be asked for. */
final class Truths {
    private static final List<String> VENUES = List.of("amenity", "shop", "tourism", "leisure", "railway", "historic");
    private static final Set<String> NO_STREETS = Set.of("platform", "bus_stop", "proposed", "construction");
    private static final Set<String> NOT_CALLED =
            Set.of("platform", "tram", "rail", "subway", "bicycle_parking", "bench");
    private static final double TOGETHER_METRES = 400;
    private static final double APART_METRES = 50;
    private static final int LEAST_LETTERS = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Long, @Nullable Point> points = new HashMap<>();

    /** An element by its tags, and the nodes of its line. */
    private record Piece(String id, Map<String, String> tags, List<Long> nodes) {}

    private Truths() {}

    static List<Truth> of(Path extract) throws IOException {
        Truths truths = new Truths();
        Elements.read(extract, new SkipOptions(true, false, true), truths::way);
        Elements.read(extract, new SkipOptions(false, true, true), truths::node);
        List<Truth> all = new ArrayList<>(truths.houses());
        all.addAll(truths.named(Truth.Kind.STREET, TOGETHER_METRES));
        all.addAll(truths.named(Truth.Kind.VENUE, APART_METRES));
        all.addAll(truths.crossings());
        return all;
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) return;
        Map<String, String> tags = Elements.tags(way);
        if (!house(tags) && !tags.containsKey("name")) return;
        List<Long> nodes = new ArrayList<>();
        for (var node : way.getNodes()) nodes.add(node.value);
        nodes.forEach(node -> points.put(node, null));
        pieces.add(new Piece("w" + way.getId(), tags, nodes));
    }

    private void node(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) return;
        Map<String, String> tags = Elements.tags(node);
        boolean itself = house(tags) || tags.containsKey("name");
        if (!itself && !points.containsKey(node.getId())) return;
        points.put(node.getId(), new Point(node.getLat(), node.getLon()));
        if (itself) pieces.add(new Piece("n" + node.getId(), tags, List.of(node.getId())));
    }

    private static boolean house(Map<String, String> tags) {
        return tags.containsKey("addr:housenumber") && tags.containsKey("addr:street");
    }

    private static boolean street(Piece piece) {
        return piece.id().startsWith("w")
                && piece.tags().containsKey("name")
                && piece.tags().containsKey("highway")
                && !NO_STREETS.contains(piece.tags().getOrDefault("highway", ""));
    }

    private static boolean venue(Map<String, String> tags) {
        return tags.getOrDefault("name", "").length() >= LEAST_LETTERS
                && !tags.containsKey("highway")
                && VENUES.stream().map(tags::get).anyMatch(value -> value != null && !NOT_CALLED.contains(value));
    }

    private List<Point> line(Piece piece) {
        List<Point> line = new ArrayList<>();
        for (Long node : piece.nodes()) {
            Point point = points.get(node);
            if (point != null) line.add(point);
        }
        return line;
    }

    private List<Truth> houses() {
        Map<String, List<Truth>> byAddress = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Map<String, String> tags = piece.tags();
            List<Point> line = line(piece);
            if (!house(tags) || line.isEmpty()) continue;
            Truth house = new Truth(
                    Truth.Kind.HOUSE,
                    List.of(piece.id()),
                    tags.getOrDefault("addr:street", ""),
                    tags.getOrDefault("addr:housenumber", ""),
                    tags.getOrDefault("addr:city", ""),
                    true,
                    List.of(line));
            byAddress.computeIfAbsent(house.text(), first -> new ArrayList<>()).add(house);
        }
        List<Truth> houses = new ArrayList<>();
        byAddress.values().forEach(copies -> {
            List<List<Truth>> groups = together(copies, APART_METRES);
            if (groups.stream().map(group -> group.getFirst().city()).distinct().count() == groups.size())
                groups.forEach(group -> houses.add(one(group, groups.size() == 1)));
        });
        return houses;
    }

    private static boolean apart(List<Truth> copies) {
        return copies.stream()
                .anyMatch(copy ->
                        copy.metresTo(copies.getFirst().lines().getFirst().getFirst()) > APART_METRES);
    }

    private static Truth one(List<Truth> copies, boolean single) {
        Truth first = copies.getFirst();
        return new Truth(
                first.kind(),
                copies.stream().flatMap(copy -> copy.ids().stream()).toList(),
                first.name(),
                first.house(),
                first.city(),
                single,
                copies.stream().flatMap(copy -> copy.lines().stream()).toList());
    }

    /** What has one name and lies together is one; what has the same name elsewhere is another; what also names something else is left out. */
    private List<Truth> named(Truth.Kind kind, double togetherMetres) {
        Map<String, List<Truth>> byName = new LinkedHashMap<>();
        Map<String, List<Truth>> others = new HashMap<>();
        for (Piece piece : pieces) {
            List<Point> line = line(piece);
            String name = piece.tags().getOrDefault("name", "");
            if (Truth.plain(name).isEmpty() || line.isEmpty()) continue;
            boolean wanted = kind == Truth.Kind.STREET ? street(piece) : venue(piece.tags());
            (wanted ? byName : others)
                    .computeIfAbsent(Truth.plain(name), first -> new ArrayList<>())
                    .add(new Truth(kind, List.of(piece.id()), name, "", "", true, List.of(line)));
        }
        List<Truth> named = new ArrayList<>();
        byName.forEach((name, parts) -> {
            List<List<Truth>> groups = together(parts, togetherMetres);
            boolean rivals = others.getOrDefault(name, List.of()).stream()
                    .anyMatch(other -> kind == Truth.Kind.STREET || !near(other, parts));
            if (!rivals) groups.forEach(group -> named.add(one(group, groups.size() == 1)));
        });
        return named;
    }

    private static boolean near(Truth other, List<Truth> parts) {
        Point point = other.lines().getFirst().getFirst();
        return parts.stream().anyMatch(part -> part.metresTo(point) <= APART_METRES);
    }

    private static List<List<Truth>> together(List<Truth> parts, double metres) {
        List<Truth> left = new ArrayList<>(parts);
        List<List<Truth>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Truth> group = new ArrayList<>(List.of(left.removeFirst()));
            for (int next = 0; next < group.size(); next++) {
                Truth part = group.get(next);
                List<Truth> joined = left.stream()
                        .filter(other ->
                                other.lines().getFirst().stream().anyMatch(point -> part.metresTo(point) < metres))
                        .toList();
                group.addAll(joined);
                left.removeAll(joined);
            }
            groups.add(group);
        }
        return groups;
    }

    /** Where exactly two streets of different names share a node, and only there. */
    private List<Truth> crossings() {
        Map<Long, Set<String>> names = new LinkedHashMap<>();
        for (Piece piece : pieces)
            if (street(piece))
                for (Long node : piece.nodes())
                    names.computeIfAbsent(node, first -> new LinkedHashSet<>())
                            .add(piece.tags().getOrDefault("name", ""));
        Map<String, List<Truth>> byNames = new LinkedHashMap<>();
        names.forEach((node, streets) -> {
            Point point = points.get(node);
            if (streets.size() != 2 || point == null) return;
            String both = String.join(" / ", streets.stream().sorted().toList());
            byNames.computeIfAbsent(both, first -> new ArrayList<>())
                    .add(new Truth(Truth.Kind.CROSSING, List.of(), both, "", "", true, List.of(List.of(point))));
        });
        return byNames.values().stream()
                .filter(copies -> !apart(copies))
                .map(copies -> one(copies, true))
                .toList();
    }
}
