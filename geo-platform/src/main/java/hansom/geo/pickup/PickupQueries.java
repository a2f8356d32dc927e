package hansom.geo.pickup;

import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import hansom.geo.map.Served;
import hansom.geo.road.Kerbs;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;

/** Answers where somebody can be picked up. */
public final class PickupQueries {
    private final Served<PickupMap> served;
    private final Supplier<Kerbs> kerbs;
    private final Stops stops;

    PickupQueries(Served<PickupMap> served, Supplier<Kerbs> kerbs, Stops stops) {
        this.served = served;
        this.kerbs = kerbs;
        this.stops = stops;
    }

    @QueryHandler
    public PickupPoints handle(FindPickupPoints asked) {
        return served.ask(map -> new PickupPlanner(map, kerbs.get(), stops).plan(asked));
    }
}
