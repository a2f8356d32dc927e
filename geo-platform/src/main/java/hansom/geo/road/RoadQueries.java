package hansom.geo.road;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.GeoQuery.ShowTraffic;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.RoadTraffic;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of the roads. */
class RoadQueries {
    private final RoutePlanner planner;
    private final MapDescription map;
    private final SlowRoads slow;

    RoadQueries(RoutePlanner planner, MapDescription map, SlowRoads slow) {
        this.planner = planner;
        this.map = map;
        this.slow = slow;
    }

    @QueryHandler
    Route handle(PlanRoute asked) {
        return planner.plan(asked);
    }

    @QueryHandler
    Routes handle(PlanRoutes asked) {
        return planner.plan(asked);
    }

    @QueryHandler
    MapInfo handle(DescribeMap asked) {
        return map.info();
    }

    @QueryHandler
    RoadTraffic handle(ShowTraffic asked) {
        return slow.within(asked);
    }
}
