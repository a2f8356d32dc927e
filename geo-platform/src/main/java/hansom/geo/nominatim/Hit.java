package hansom.geo.nominatim;

import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import hansom.geo.place.AddressLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a Nominatim, as either client reads it. {@code id} is made of the type and number that OpenStreetMap gives the object: they
 * are the same in every Nominatim and in the index, which its own place_id is not.
 */
record Hit(
        String id, String category, String type, String name, Point point, Extent extent, Map<String, String> address) {
    private static final Set<String> NO_STREETS =
            Set.of("bus_stop", "platform", "street_lamp", "traffic_signals", "crossing", "services", "rest_area");
    private static final Set<String> AIRPORTS = Set.of("aerodrome", "terminal", "heliport");
    private static final Set<String> STATIONS = Set.of("station", "halt", "bus_station", "ferry_terminal");
    private static final List<String> AREAS =
            List.of("city", "town", "village", "hamlet", "municipality", "city_district", "suburb");
    private static final Set<String> HOUSE_ALONE = Set.of("building", "place");

    Hit {
        address = Map.copyOf(address);
    }

    /** The id of an object of OpenStreetMap; null for what is none, such as a country, a postcode, or a type there is not. */
    static @Nullable String id(@Nullable String type, @Nullable String number) {
        if (type == null || number == null || !number.matches("[0-9]{1,18}")) return null;
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "node", "way", "relation" -> type.toLowerCase(Locale.ROOT).charAt(0) + number;
            default -> null;
        };
    }

    String number() {
        return address.getOrDefault("house_number", "");
    }

    /** Whether it is on the ground at all: the middle of the ocean is what a failed answer looks like. */
    static boolean possible(double lat, double lng) {
        return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat != 0 || lng != 0);
    }

    Kind kind() {
        if (isInterpolated()) return Kind.HOUSE;
        if (!number().isEmpty() && (name.isEmpty() || HOUSE_ALONE.contains(category))) return Kind.HOUSE;
        return switch (category) {
            case "highway" -> NO_STREETS.contains(type) ? Kind.VENUE : Kind.STREET;
            case "boundary" -> type.equals("administrative") ? Kind.SETTLEMENT : Kind.VENUE;
            case "place" -> type.equals("square") ? Kind.VENUE : Kind.SETTLEMENT;
            case "aeroway" -> AIRPORTS.contains(type) ? Kind.AIRPORT : Kind.VENUE;
            default -> STATIONS.contains(type) ? Kind.STATION : Kind.VENUE;
        };
    }

    private boolean isInterpolated() {
        return category.equals("place") && type.equals("houses");
    }

    /** As it is shown; null for what has neither a name nor a number. {@code house} when its address was asked for and not its name. */
    @Nullable
    Place place(String language, @Nullable Point near, boolean house) {
        Kind kind = house ? Kind.HOUSE : kind();
        String line = line(language);
        String shown = kind == Kind.HOUSE ? line : name;
        if (shown.isEmpty()) return null;
        String area = AREAS.stream()
                .map(address::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new Place(
                id,
                kind,
                shown,
                Stream.of(kind == Kind.HOUSE || kind == Kind.STREET ? "" : line, area.equals(shown) ? "" : area)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                point,
                precision(kind),
                near == null ? null : near.straightTo(point));
    }

    private String line(String language) {
        String road = address.getOrDefault("road", address.getOrDefault("place", ""));
        String country = address.getOrDefault("country_code", "").toUpperCase(Locale.ROOT);
        return AddressLine.of(
                road, number(), country, Locale.forLanguageTag(language).getLanguage());
    }

    private Precision precision(Kind kind) {
        return switch (kind) {
            case HOUSE -> isInterpolated() ? Precision.INTERPOLATED : Precision.HOUSE;
            case STREET -> Precision.STREET;
            default -> Precision.PLACE;
        };
    }
}
