package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tags of OpenStreetMap mean to somebody who looks for a place. */
final class PlaceFeatures {
    private static final List<String> VENUE_KEYS = List.of(
            "amenity",
            "shop",
            "tourism",
            "leisure",
            "office",
            "historic",
            "craft",
            "healthcare",
            "building",
            "natural",
            "landuse",
            "man_made",
            "place",
            "sport",
            "club",
            "emergency");
    private static final Set<String> NOT_DRIVEN =
            Set.of("platform", "bus_stop", "proposed", "construction", "street_lamp");
    static final Set<String> SETTLEMENTS =
            Set.of("city", "town", "village", "hamlet", "suburb", "quarter", "neighbourhood", "borough", "locality");
    private static final Set<String> AIRPORTS = Set.of("aerodrome", "terminal", "heliport");
    private static final List<String> OTHER_NAMES =
            List.of("alt_name", "old_name", "short_name", "official_name", "loc_name", "brand", "ref", "iata");

    private PlaceFeatures() {}

    static boolean wanted(Map<String, String> tags) {
        if (tags.containsKey("addr:housenumber")) return true;
        return tags.containsKey("name") && (isStreet(tags) || venue(tags) != null);
    }

    static boolean isStreet(Map<String, String> tags) {
        String highway = tags.get("highway");
        return highway != null && tags.containsKey("name") && !NOT_DRIVEN.contains(highway);
    }

    static boolean isSettlement(Map<String, String> tags) {
        return SETTLEMENTS.contains(tags.getOrDefault("place", "")) && tags.containsKey("name");
    }

    /** What kind of named place it is; null when it is none. */
    static @Nullable Kind venue(Map<String, String> tags) {
        if (!tags.containsKey("name")) return null;
        String railway = tags.getOrDefault("railway", "");
        if (railway.equals("station") || railway.equals("halt")) return Kind.STATION;
        if (tags.getOrDefault("public_transport", "").equals("station")) return Kind.STATION;
        String amenity = tags.getOrDefault("amenity", "");
        if (amenity.equals("bus_station") || amenity.equals("ferry_terminal")) return Kind.STATION;
        if (AIRPORTS.contains(tags.getOrDefault("aeroway", ""))) return Kind.AIRPORT;
        if (isSettlement(tags)) return Kind.SETTLEMENT;
        if (railway.equals("subway_entrance") || railway.equals("tram_stop")) return Kind.VENUE;
        if (tags.containsKey("highway")) return null;
        return VENUE_KEYS.stream().anyMatch(tags::containsKey) ? Kind.VENUE : null;
    }

    static Entry named(Feature feature, Kind kind, Map<String, String> street) {
        return new Entry(
                feature.id(),
                kind,
                Entry.names(feature.tags()),
                otherNames(feature.tags()),
                street,
                feature.tags().get("addr:housenumber"),
                Map.of(),
                feature.middle(),
                Precision.PLACE,
                List.of());
    }

    /** The street, or the place that houses are counted in, of an address; empty when it has none. */
    static String street(Map<String, String> tags) {
        return tags.getOrDefault("addr:street", tags.getOrDefault("addr:place", ""));
    }

    static Entry house(Feature feature, Map<String, String> street) {
        return new Entry(
                feature.id(),
                Kind.HOUSE,
                Map.of(),
                List.of(),
                street,
                feature.tag("addr:housenumber"),
                Map.of(),
                feature.middle(),
                Precision.HOUSE,
                feature.points());
    }

    /** Names by which it is known too, each of several separated by semicolons. */
    static List<String> otherNames(Map<String, String> tags) {
        List<String> names = new ArrayList<>();
        tags.forEach((key, value) -> {
            String bare = key.contains(":") ? key.substring(0, key.indexOf(':')) : key;
            if (OTHER_NAMES.contains(bare)) names.addAll(List.of(value.split(";", -1)));
        });
        names.addAll(Categories.words(tags));
        names.removeIf(String::isBlank);
        return names;
    }
}
