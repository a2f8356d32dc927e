package hansom.geocode;

import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.Place;
import hansom.geo.place.Geocoder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often the index and a Nominatim that has the same extract put the same thing first, when it is asked for as the map writes it, with its
 * settlement. The same is: one object, or what is called the same within 50 m.
 */
final class Agreement {
    private static final double SAME_METRES = 50;
    private static final double SAME_STREET_METRES = 1_500;
    private static final double SAME_TOWN_METRES = 300;

    private final Function<GeoQuery, List<Place>> index;
    private final Geocoder nominatim;
    private final List<Truth> settled;
    private final int misses;
    private int asked;
    private int agreed;
    private int right;
    private int rightThere;

    Agreement(Function<GeoQuery, List<Place>> index, Geocoder nominatim, List<Truth> truths, int misses) {
        this.index = index;
        this.nominatim = nominatim;
        this.misses = misses;
        settled = truths.stream().filter(truth -> !truth.city().isEmpty()).toList();
    }

    /** One line of keys; what differs is shown of the half that may be tuned on. */
    String line(List<Question> questions, boolean tuned) {
        int shown = 0;
        for (Question question : questions) {
            Truth truth = question.truth();
            String city = city(truth);
            if (city == null) continue;
            var query = new GeoQuery.SearchPlaces(truth.text() + ", " + city, null, "", 5);
            Place ours = index.apply(query).stream().findFirst().orElse(null);
            Place theirs = nominatim.search(query).stream().findFirst().orElse(null);
            asked++;
            if (ours != null && truth.is(ours)) right++;
            if (theirs != null && truth.is(theirs)) rightThere++;
            if (same(truth, ours, theirs)) agreed++;
            else if (tuned && shown++ < misses)
                System.out.printf(
                        "miss AGREE %s asked \"%s\" %s index %s nominatim %s%n",
                        truth.kind(),
                        query.text(),
                        truth.ids().stream().limit(2).toList(),
                        told(ours),
                        told(theirs));
        }
        return "agree half=%s n=%d agreed=%d index=%d nominatim=%d"
                .formatted(tuned ? "tuned" : "held", asked, agreed, right, rightThere);
    }

    private static String told(@Nullable Place place) {
        return place == null
                ? "nothing"
                : "%s %s \"%s\" (%s) %s"
                        .formatted(place.kind(), place.id(), place.name(), place.address(), place.point());
    }

    /** Its own, or that of a house nearby; null when the map does not say. */
    private @Nullable String city(Truth truth) {
        if (!truth.city().isEmpty()) return truth.city();
        return settled.stream()
                .filter(other -> truth.metresTo(other.lines().getFirst().getFirst()) <= SAME_TOWN_METRES)
                .map(Truth::city)
                .findFirst()
                .orElse(null);
    }

    private static boolean same(Truth truth, @Nullable Place one, @Nullable Place other) {
        if (one == null || other == null) return false;
        if (one.id().equals(other.id())) return true;
        if (Stream.of(one, other).allMatch(truth::is)) return true;
        boolean called = Truth.words(one.name()).equals(Truth.words(other.name()));
        boolean street = one.kind() == Place.Kind.STREET && other.kind() == Place.Kind.STREET;
        double apart = one.point().straightTo(other.point()).metres();
        return called && apart <= (street ? SAME_STREET_METRES : SAME_METRES);
    }
}
