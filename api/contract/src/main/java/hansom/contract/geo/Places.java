package hansom.contract.geo;

import java.util.List;

/** Places that answer a search, best first. */
public record Places(List<Place> places) {
    public Places {
        places = List.copyOf(places);
    }
}
