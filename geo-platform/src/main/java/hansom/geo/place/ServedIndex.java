package hansom.geo.place;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import hansom.contract.geo.Point;
import hansom.geo.map.Served;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of whichever map is served when it is asked. */
record ServedIndex(Served<PlaceIndex> served) implements Geocoder {
    @Override
    public List<Place> search(SearchPlaces asked) {
        return served.ask(index -> index.search(asked));
    }

    @Override
    public List<Place> reverse(ReversePlace asked) {
        return served.ask(index -> index.reverse(asked));
    }

    List<Place> find(String text, boolean typing, @Nullable Point near, String language, int limit) {
        return served.ask(index -> index.find(text, typing, near, language, limit));
    }

    Optional<List<Place>> houses(String street, String prefix, String language, int limit) {
        return served.ask(index -> index.houses(street, prefix, language, limit));
    }
}
