package hansom.geo.tile;

import hansom.geo.tile.Drawn.Layer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is drawn of OpenStreetMap, as what, and from which zoom on. */
final class Legend {
    private static final Set<String> FOOTWAYS =
            Set.of("footway", "path", "cycleway", "steps", "track", "bridleway", "corridor");
    private static final Set<String> STREETS = Set.of("residential", "unclassified", "living_street", "road", "busway");
    private static final Set<String> NARROW_WATER = Set.of("stream", "ditch", "drain", "tidal_channel");
    private static final Set<String> PARKS =
            Set.of("park", "garden", "golf_course", "nature_reserve", "recreation_ground", "dog_park");
    private static final Set<String> GREENS =
            Set.of("grass", "meadow", "cemetery", "village_green", "orchard", "vineyard", "allotments", "flowerbed");
    private static final Set<String> WORKS =
            Set.of("industrial", "railway", "port", "garages", "depot", "construction", "brownfield", "quarry");

    private Legend() {}

    /** How a way or relation is drawn; lines have their zoom from here, areas from their size too. */
    record Rule(Layer layer, String kind, int leastZoom, boolean area) {}

    static Optional<Rule> ofOutline(Map<String, String> tags, boolean closed) {
        if (closed) {
            Optional<Rule> area = area(tags);
            if (area.isPresent()) return area;
        }
        return line(tags);
    }

    private static Optional<Rule> area(Map<String, String> tags) {
        if (has(tags, "building") && !is(tags, "location", "underground")) return area(Layer.HOUSE, "house", 13);
        String natural = tags.getOrDefault("natural", "");
        String landuse = tags.getOrDefault("landuse", "");
        String leisure = tags.getOrDefault("leisure", "");
        if (natural.equals("water")
                || is(tags, "waterway", "riverbank")
                || is(tags, "waterway", "dock")
                || landuse.equals("reservoir")
                || landuse.equals("basin")) return area(Layer.WATER, "lake", 6);
        if (natural.equals("wood") || landuse.equals("forest")) return area(Layer.LAND, "wood", 8);
        if (PARKS.contains(leisure) || landuse.equals("recreation_ground")) return area(Layer.LAND, "park", 9);
        if (leisure.equals("pitch") || leisure.equals("stadium") || leisure.equals("track"))
            return area(Layer.LAND, "grass", 13);
        if (GREENS.contains(landuse)
                || natural.equals("grassland")
                || natural.equals("heath")
                || natural.equals("scrub")) return area(Layer.LAND, "grass", 10);
        if (natural.equals("beach") || natural.equals("sand") || natural.equals("shingle"))
            return area(Layer.LAND, "sand", 10);
        if (WORKS.contains(landuse) || is(tags, "aeroway", "apron") || is(tags, "man_made", "pier"))
            return area(Layer.LAND, "works", 10);
        if (is(tags, "highway", "pedestrian") || (is(tags, "area", "yes") && has(tags, "highway")))
            return area(Layer.LAND, "plaza", 13);
        return Optional.empty();
    }

    private static Optional<Rule> area(Layer layer, String kind, int leastZoom) {
        return Optional.of(new Rule(layer, kind, leastZoom, true));
    }

    private static Optional<Rule> line(Map<String, String> tags) {
        @Nullable String highway = tags.get("highway");
        if (highway != null && !is(tags, "area", "yes")) return road(highway);
        @Nullable String railway = tags.get("railway");
        if (railway != null && !has(tags, "tunnel")) return rail(railway, tags);
        @Nullable String waterway = tags.get("waterway");
        if (waterway == null || has(tags, "tunnel")) return Optional.empty();
        if (waterway.equals("river")) return line(Layer.WATER, "river", 9);
        if (waterway.equals("canal")) return line(Layer.WATER, "river", 11);
        return NARROW_WATER.contains(waterway) ? line(Layer.WATER, "stream", 13) : Optional.empty();
    }

    private static Optional<Rule> road(String highway) {
        String kind = highway.replaceFirst("_link$", "");
        int later = kind.equals(highway) ? 0 : 3;
        if (STREETS.contains(kind)) return line(Layer.ROAD, "street", 12);
        if (FOOTWAYS.contains(kind)) return line(Layer.ROAD, "path", 14);
        return switch (kind) {
            case "motorway" -> line(Layer.ROAD, kind, 5 + later);
            case "trunk" -> line(Layer.ROAD, kind, 6 + later);
            case "primary" -> line(Layer.ROAD, kind, 8 + later);
            case "secondary" -> line(Layer.ROAD, kind, 9 + later);
            case "tertiary" -> line(Layer.ROAD, kind, 10 + later);
            case "service" -> line(Layer.ROAD, kind, 13);
            case "pedestrian" -> line(Layer.ROAD, kind, 13);
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> rail(String railway, Map<String, String> tags) {
        return switch (railway) {
            case "rail" -> line(Layer.RAIL, "rail", has(tags, "service") ? 13 : 10);
            case "light_rail", "subway", "tram", "funicular", "narrow_gauge", "monorail" ->
                line(Layer.RAIL, "tram", 13);
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> line(Layer layer, String kind, int leastZoom) {
        return Optional.of(new Rule(layer, kind, leastZoom, false));
    }

    /** How a point is labelled: settlements and stations that have a name. */
    static Optional<Rule> ofPoint(Map<String, String> tags) {
        if (!has(tags, "name")) return Optional.empty();
        Optional<Rule> place = switch (tags.getOrDefault("place", "")) {
            case "city" -> label("city", 5);
            case "town" -> label("town", 8);
            case "suburb", "borough" -> label("suburb", 10);
            case "village" -> label("village", 10);
            case "quarter", "neighbourhood", "hamlet" -> label("quarter", 12);
            default -> Optional.empty();
        };
        if (place.isPresent()) return place;
        boolean station = is(tags, "railway", "station") || is(tags, "station", "subway");
        return station && !is(tags, "disused", "yes") ? label("station", 12) : Optional.empty();
    }

    static Optional<Rule> label(String kind, int leastZoom) {
        return Optional.of(new Rule(Layer.LABEL, kind, leastZoom, false));
    }

    /** The name in the place's own language and, where they differ, in those that pages speak; whether it lies below or above others. */
    static Map<String, String> words(Map<String, String> tags) {
        Map<String, String> words = new HashMap<>();
        @Nullable String name = tags.get("name");
        if (name != null) {
            words.put("name", name);
            for (String language : Set.of("ru", "en")) {
                @Nullable String other = tags.get("name:" + language);
                if (other != null && !other.equals(name)) words.put("name_" + language, other);
            }
        }
        if (has(tags, "tunnel") && !is(tags, "tunnel", "building_passage")) words.put("way", "tunnel");
        else if (has(tags, "bridge")) words.put("way", "bridge");
        return words;
    }

    private static boolean is(Map<String, String> tags, String key, String value) {
        return value.equals(tags.get(key));
    }

    private static boolean has(Map<String, String> tags, String key) {
        @Nullable String value = tags.get(key);
        return value != null && !value.equals("no");
    }
}
