package hansom.geo.nominatim;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import hansom.geo.place.Geocoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Nominatim finds, as places of ours. */
public final class NominatimGeocoder implements Geocoder {
    private static final int MOST = 40;
    private static final int LONGEST = 300;
    private static final double SAME_PLACE_METRES = 150;
    private static final double LEAST_REACH_METRES = 150;

    private final Nominatim nominatim;

    NominatimGeocoder(Nominatim nominatim) {
        this.nominatim = nominatim;
    }

    /** The Nominatim at an address by itself, with nothing in its place, asked patiently: to be compared with. Empty when it does not serve. */
    public static Optional<Geocoder> at(String url, Duration patience) {
        ThinNominatim thin = new ThinNominatim(NominatimConfiguration.url(url), "hansom", patience);
        return thin.serves() ? Optional.of(new NominatimGeocoder(thin)) : Optional.empty();
    }

    @Override
    public List<Place> search(SearchPlaces asked) {
        String text = HouseNumbers.asOnMaps(legible(asked.text()));
        if (text.isEmpty()) return List.of();
        int limit = Math.clamp(asked.limit(), 1, MOST);
        Set<String> words = Set.copyOf(List.of(text.toLowerCase(Locale.ROOT).split("[\\s,;]+", -1)));
        List<Place> places = new ArrayList<>();
        for (Hit hit : nominatim.search(text, asked.near(), asked.language(), limit)) {
            boolean byNumber = !hit.number().isEmpty()
                    && words.containsAll(
                            List.of(hit.number().toLowerCase(Locale.ROOT).split("[\\s,;]+", -1)));
            add(places, hit.place(asked.language(), asked.near(), byNumber));
        }
        return List.copyOf(places.subList(0, Math.min(limit, places.size())));
    }

    /** What lies further off than the point may be wrong is not there. */
    @Override
    public List<Place> reverse(ReversePlace asked) {
        Point point = asked.point();
        double reach = Math.max(LEAST_REACH_METRES, asked.accuracyMetres());
        List<Place> places = new ArrayList<>();
        nominatim
                .reverse(point, asked.language())
                .filter(hit -> hit.kind() != Kind.SETTLEMENT && hit.extent().metresTo(point) <= reach)
                .ifPresent(hit -> add(
                        places, hit.place(asked.language(), point, !hit.number().isEmpty())));
        return places;
    }

    /** A house that the map holds as a door and as a building is shown once. */
    private static void add(List<Place> places, @Nullable Place place) {
        if (place != null && places.stream().noneMatch(other -> same(other, place))) places.add(place);
    }

    private static boolean same(Place one, Place other) {
        return one.kind() == other.kind()
                && one.name().equals(other.name())
                && one.point().straightTo(other.point()).metres() < SAME_PLACE_METRES;
    }

    /** Control characters mean nothing, and no place has so long a name. */
    private static String legible(String text) {
        String legible = text.replaceAll("\\p{C}+", " ").strip();
        return legible.length() <= LONGEST ? legible : legible.substring(0, LONGEST);
    }
}
