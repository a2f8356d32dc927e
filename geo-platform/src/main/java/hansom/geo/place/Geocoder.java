package hansom.geo.place;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import java.util.List;

/** Finds the places that a whole text means, and what is at a point. What is suggested while somebody types is the index's alone. */
public interface Geocoder {
    /** Best first; empty when nothing is called so. */
    List<Place> search(SearchPlaces asked);

    /** What is there, best first; nothing, or the point itself, where it knows of nothing. */
    List<Place> reverse(ReversePlace asked);
}
