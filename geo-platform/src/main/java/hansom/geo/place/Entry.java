package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the index of places, with its names by language; the empty language is what people there call it. {@code also} are other
 * names by which it is found but not shown; {@code along} are points of a street.
 */
record Entry(
        String id,
        Kind kind,
        Map<String, String> names,
        List<String> also,
        Map<String, String> street,
        @Nullable String house,
        Map<String, String> area,
        Point point,
        Precision precision,
        List<Point> along) {
    Entry {
        names = Map.copyOf(names);
        also = List.copyOf(also);
        street = Map.copyOf(street);
        area = Map.copyOf(area);
        along = List.copyOf(along);
    }

    Entry in(Map<String, String> settlement) {
        return new Entry(id, kind, names, also, street, house, settlement, point, precision, along);
    }

    /** As it is kept: its line is in the index by itself. */
    Entry withoutLine() {
        return new Entry(id, kind, names, also, street, house, area, point, precision, List.of());
    }

    static String in(String language, Map<String, String> names) {
        String own = names.getOrDefault("", "");
        return names.getOrDefault(language, own);
    }

    /** All names that tags give, by language. */
    static Map<String, String> names(Map<String, String> tags) {
        Map<String, String> names = new LinkedHashMap<>();
        String own = tags.getOrDefault("name", tags.get("brand"));
        if (own == null) return names;
        names.put("", own);
        tags.forEach((key, value) -> {
            if (key.startsWith("name:") && !value.isBlank()) names.put(key.substring("name:".length()), value);
        });
        if (tags.containsKey("int_name")) names.putIfAbsent("en", tags.get("int_name"));
        return names;
    }
}
