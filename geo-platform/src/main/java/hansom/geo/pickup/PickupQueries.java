package hansom.geo.pickup;

import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import org.axonframework.queryhandling.QueryHandler;

/** Answers where somebody can be picked up. */
public final class PickupQueries {
    private final PickupPlanner planner;

    PickupQueries(PickupPlanner planner) {
        this.planner = planner;
    }

    @QueryHandler
    public PickupPoints handle(FindPickupPoints asked) {
        return planner.plan(asked);
    }
}
