package hansom.geo.place;

import hansom.contract.geo.GeoQuery.ListHouses;
import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.GeoQuery.SuggestPlaces;
import hansom.contract.geo.Places;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.road.Refusals;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of places. What is typed letter by letter, and a point that was typed, never leave the node. */
class PlaceQueries {
    private final ServedIndex index;
    private final Geocoder geocoder;

    PlaceQueries(ServedIndex index, Geocoder geocoder) {
        this.index = index;
        this.geocoder = geocoder;
    }

    @QueryHandler
    Places handle(SuggestPlaces asked) {
        return new Places(index.find(asked.text(), true, asked.near(), asked.language(), asked.limit()));
    }

    @QueryHandler
    Places handle(SearchPlaces asked) {
        boolean point = TypedPoint.in(asked.text()).isPresent();
        return new Places((point ? index : geocoder).search(asked));
    }

    @QueryHandler
    Places handle(ListHouses asked) {
        return index.houses(asked.street(), asked.prefix(), asked.language(), asked.limit())
                .map(Places::new)
                .orElseThrow(() -> Refusals.refuse(RefusalCode.PLACE_UNKNOWN));
    }

    @QueryHandler
    Places handle(ReversePlace asked) {
        return new Places(geocoder.reverse(asked));
    }
}
