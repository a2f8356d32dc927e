package hansom.geo.place;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.GeoQuery.SuggestPlaces;
import hansom.contract.geo.Places;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of places. */
class PlaceQueries {
    private final PlaceIndex index;

    PlaceQueries(PlaceIndex index) {
        this.index = index;
    }

    @QueryHandler
    Places handle(SuggestPlaces asked) {
        return new Places(index.find(asked.text(), true, asked.near(), asked.language(), asked.limit()));
    }

    @QueryHandler
    Places handle(SearchPlaces asked) {
        return new Places(index.find(asked.text(), false, asked.near(), asked.language(), asked.limit()));
    }

    @QueryHandler
    Places handle(ReversePlace asked) {
        return new Places(index.at(asked.point(), asked.accuracyMetres(), asked.language()));
    }
}
