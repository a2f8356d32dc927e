package hansom.geo.pickup;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.geo.map.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the layer is made of, read from the extract in three passes: relations, ways, nodes. */
final class Survey {
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final LongIntHashMap numbers = new LongIntHashMap();
    private final LongObjectHashMap<List<Outline>> outlinesByWay = new LongObjectHashMap<>();
    private final Set<Long> barrierWays = new HashSet<>();
    final List<Walk> walks = new ArrayList<>();
    final List<LongArrayList> barriers = new ArrayList<>();
    final List<Outline> outlines = new ArrayList<>();
    final List<Named> doors = new ArrayList<>();
    final List<Named> stations = new ArrayList<>();
    final Set<Long> crossings = new HashSet<>();
    final DrivingSide side = new DrivingSide();
    int[] lat = {};
    int[] lng = {};

    /** A way on foot; the ways of one street have the same number. A square may be walked over as well as around. */
    record Walk(Footing footing, int street, boolean square, LongArrayList nodes) {}

    /** A house, or the grounds of a station or an airport. */
    record Outline(String id, Map<String, String> tags, List<LongArrayList> lines) {}

    /** A node that is something by itself. */
    record Named(long node, Map<String, String> tags) {}

    static Survey of(Path extract) throws IOException {
        Survey survey = new Survey();
        Elements.read(extract, new SkipOptions(true, true, false), survey::relation);
        Elements.read(extract, new SkipOptions(true, false, true), survey::way);
        survey.lat = new int[survey.numbers.size()];
        survey.lng = new int[survey.numbers.size()];
        java.util.Arrays.fill(survey.lat, NOWHERE);
        Elements.read(extract, new SkipOptions(false, true, true), survey::node);
        return survey;
    }

    private void relation(ReaderElement element) {
        if (!(element instanceof ReaderRelation relation)) return;
        Map<String, String> tags = Elements.tags(relation);
        side.see(tags);
        boolean house = Barriers.isHouse(tags) || Zones.isOne(tags);
        boolean barrier = "multipolygon".equals(tags.get("type")) && Barriers.isOne(tags);
        if (!house && !barrier) return;
        Outline outline = new Outline("r" + relation.getId(), tags, new ArrayList<>());
        if (house) outlines.add(outline);
        for (ReaderRelation.Member member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY || member.getRole().equals("part")) continue;
            if (barrier) barrierWays.add(member.getRef());
            if (!house) continue;
            List<Outline> known = outlinesByWay.getOrDefault(member.getRef(), new ArrayList<>());
            known.add(outline);
            outlinesByWay.put(member.getRef(), known);
        }
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) return;
        Map<String, String> tags = Elements.tags(way);
        side.see(tags);
        Footing footing = Footing.of(tags);
        if (footing != null) {
            boolean square = footing == Footing.PATH && "yes".equals(tags.get("area")) && isRing(way.getNodes());
            walks.add(new Walk(footing, street(tags, way.getId()), square, way.getNodes()));
        }
        boolean barrier = Barriers.isOne(tags) || barrierWays.contains(way.getId());
        if (barrier) barriers.add(way.getNodes());
        boolean outline = isRing(way.getNodes()) && (Barriers.isHouse(tags) || Zones.isOne(tags));
        if (outline) outlines.add(new Outline("w" + way.getId(), tags, List.of(way.getNodes())));
        List<Outline> parts = outlinesByWay.getOrDefault(way.getId(), List.of());
        parts.forEach(whole -> whole.lines.add(way.getNodes()));
        if (footing != null || barrier || outline || !parts.isEmpty())
            for (var node : way.getNodes()) number(node.value);
    }

    private static int street(Map<String, String> tags, long way) {
        String name = tags.getOrDefault("name", "");
        return name.isEmpty() ? Long.hashCode(way) : name.hashCode();
    }

    private static boolean isRing(LongArrayList nodes) {
        return nodes.size() > 3 && nodes.get(0) == nodes.get(nodes.size() - 1);
    }

    private void node(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) return;
        int number = numbers.getOrDefault(node.getId(), -1);
        Map<String, String> tags = element.hasTags() ? Elements.tags(node) : Map.of();
        if (!tags.isEmpty()) {
            side.see(tags);
            boolean door = Door.rank(tags) != null;
            if (door) doors.add(new Named(node.getId(), tags));
            if (Zones.isOne(tags)) stations.add(new Named(node.getId(), tags));
            if (Set.of("crossing", "traffic_signals").contains(tags.getOrDefault("highway", "")))
                crossings.add(node.getId());
            if (number < 0 && (door || Zones.isOne(tags))) {
                number = number(node.getId());
                lat = java.util.Arrays.copyOf(lat, Math.max(lat.length, number + 1 + number / 8));
                lng = java.util.Arrays.copyOf(lng, lat.length);
            }
        }
        if (number < 0) return;
        lat[number] = (int) Math.round(node.getLat() * Plane.E7);
        lng[number] = (int) Math.round(node.getLon() * Plane.E7);
    }

    private int number(long node) {
        int next = numbers.size();
        if (numbers.putIfAbsent(node, next)) return next;
        return numbers.get(node);
    }

    int numberOf(long node) {
        return numbers.get(node);
    }

    int numberIfAny(long node) {
        return numbers.getOrDefault(node, -1);
    }

    /** The node's places among the points, those left out that a cut extract lacks. */
    int[] known(LongArrayList nodes) {
        int[] known = new int[nodes.size()];
        int count = 0;
        for (var node : nodes) {
            int number = numbers.get(node.value);
            if (lat[number] != NOWHERE) known[count++] = number;
        }
        return java.util.Arrays.copyOf(known, count);
    }

    /** To which outlines each node of theirs belongs. */
    Map<Long, List<Integer>> outlinesByNode(Set<Long> wanted) {
        Map<Long, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < outlines.size(); i++)
            for (LongArrayList line : outlines.get(i).lines)
                for (var node : line)
                    if (wanted.contains(node.value)) {
                        List<Integer> houses = found.computeIfAbsent(node.value, _ -> new ArrayList<>());
                        if (!houses.contains(i)) houses.add(i);
                    }
        return found;
    }
}
