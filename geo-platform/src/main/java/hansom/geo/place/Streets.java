package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers the named pieces of road into streets: pieces of one name and settlement that lie near each other are one street. */
final class Streets {
    /** About 400 m; pieces in the same or in neighbouring squares belong together. */
    private static final double SQUARE_DEGREES = 0.004;

    private static final double SAMPLE_METRES = 20;

    private final Map<String, List<Feature>> byName = new LinkedHashMap<>();
    private final Map<Point, SortedSet<String>> corners = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    void add(Feature way) {
        String name = way.tag("name");
        byName.computeIfAbsent(name, first -> new ArrayList<>()).add(way);
        names.computeIfAbsent(name, first -> new HashMap<>()).putAll(Entry.names(way.tags()));
        for (Point point : way.points())
            corners.computeIfAbsent(point, first -> new TreeSet<>()).add(name);
    }

    /** The names of a street in all languages that the map knows; none for no street. */
    Map<String, String> names(String street) {
        return street.isEmpty() ? Map.of() : names.getOrDefault(street, Map.of("", street));
    }

    /** A main road through several villages is a street of each. */
    List<Entry> entries(Settlements settlements) {
        List<Entry> streets = new ArrayList<>();
        byName.forEach((name, ways) -> ways.stream()
                .collect(Collectors.groupingBy(way -> settlements.around(way.middle(), ""), Collectors.toList()))
                .forEach((area, inside) -> {
                    for (List<Feature> street : together(inside))
                        streets.add(street(name, street).in(area));
                }));
        return streets;
    }

    /** Where streets of different names meet. */
    List<Entry> crossings() {
        Map<String, Entry> found = new LinkedHashMap<>();
        corners.forEach((point, streets) -> {
            if (streets.size() < 2) return;
            Map<String, String> joined = new HashMap<>();
            streets.forEach(street -> names(street)
                    .keySet()
                    .forEach(language -> joined.putIfAbsent(language, crossing(streets, language))));
            String id = "x" + Integer.toHexString(Objects.hash(point.lat(), point.lng()));
            Entry entry = new Entry(
                    id, Kind.CROSSING, joined, List.of(), Map.of(), null, Map.of(), point, Precision.POINT, List.of());
            found.putIfAbsent(joined.get("") + square(point), entry);
        });
        return List.copyOf(found.values());
    }

    private String crossing(SortedSet<String> streets, String language) {
        return String.join(
                " / ",
                streets.stream()
                        .map(street -> Entry.in(language, names(street)))
                        .toList());
    }

    private Entry street(String name, List<Feature> ways) {
        List<Point> along = new ArrayList<>();
        for (Feature way : ways) sample(way.points(), along);
        List<String> also = new ArrayList<>();
        for (Feature way : ways) also.addAll(PlaceFeatures.otherNames(way.tags()));
        return new Entry(
                ways.getFirst().id(),
                Kind.STREET,
                names(name),
                also.stream().distinct().toList(),
                Map.of(),
                null,
                Map.of(),
                middle(along),
                Precision.STREET,
                along);
    }

    private static Point middle(List<Point> along) {
        Point mean = new Feature("", Map.of(), along).middle();
        Point nearest = along.getFirst();
        for (Point point : along) if (mean.straightTo(point).compareTo(mean.straightTo(nearest)) < 0) nearest = point;
        return nearest;
    }

    private static void sample(List<Point> line, List<Point> into) {
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            int pieces = (int) Math.max(1, Math.ceil(from.straightTo(to).metres() / SAMPLE_METRES));
            for (int piece = 0; piece < pieces; piece++) {
                double share = (double) piece / pieces;
                into.add(new Point(
                        from.lat() + (to.lat() - from.lat()) * share, from.lng() + (to.lng() - from.lng()) * share));
            }
        }
        into.add(line.getLast());
    }

    /** Flood over squares: pieces are linked by the squares that they touch and those around. */
    private static List<List<Feature>> together(List<Feature> ways) {
        Map<Long, List<Integer>> squares = new HashMap<>();
        for (int way = 0; way < ways.size(); way++)
            for (Point point : ways.get(way).points())
                squares.computeIfAbsent(square(point), first -> new ArrayList<>())
                        .add(way);
        boolean[] taken = new boolean[ways.size()];
        List<List<Feature>> streets = new ArrayList<>();
        for (int first = 0; first < ways.size(); first++) {
            if (taken[first]) continue;
            taken[first] = true;
            List<Integer> street = new ArrayList<>(List.of(first));
            for (int next = 0; next < street.size(); next++)
                for (Point point : ways.get(street.get(next)).points()) neighbours(point, squares, taken, street);
            streets.add(street.stream().map(ways::get).toList());
        }
        return streets;
    }

    private static void neighbours(
            Point point, Map<Long, List<Integer>> squares, boolean[] taken, List<Integer> street) {
        for (int north = -1; north <= 1; north++)
            for (int east = -1; east <= 1; east++)
                for (int way : squares.getOrDefault(square(point) + north * (1L << 32) + east, List.of())) {
                    if (taken[way]) continue;
                    taken[way] = true;
                    street.add(way);
                }
    }

    private static long square(Point point) {
        double narrow = Math.max(0.1, Math.cos(Math.toRadians(point.lat())));
        long north = (long) Math.floor((point.lat() + 90) / SQUARE_DEGREES);
        long east = (long) Math.floor((point.lng() + 180) * narrow / SQUARE_DEGREES);
        return north * (1L << 32) + east;
    }
}
