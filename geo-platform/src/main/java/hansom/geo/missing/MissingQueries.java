package hansom.geo.missing;

import hansom.contract.geo.GeoQuery.ListMissingRoads;
import hansom.contract.missing.MissingRoads;
import org.axonframework.queryhandling.QueryHandler;

/** Tells which roads the map lacks. */
final class MissingQueries {
    private final Gathering gathering;

    MissingQueries(Gathering gathering) {
        this.gathering = gathering;
    }

    @QueryHandler
    MissingRoads handle(ListMissingRoads asked) {
        return gathering.roads();
    }
}
