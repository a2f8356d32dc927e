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
    private final ServedRoads roads;

    RoadQueries(ServedRoads roads) {
        this.roads = roads;
    }

    @QueryHandler
    Route handle(PlanRoute asked) {
        return roads.planner().plan(asked);
    }

    @QueryHandler
    Routes handle(PlanRoutes asked) {
        return roads.planner().plan(asked);
    }

    @QueryHandler
    MapInfo handle(DescribeMap asked) {
        return roads.description().info();
    }

    @QueryHandler
    RoadTraffic handle(ShowTraffic asked) {
        return new SlowRoads(roads.now()).within(asked);
    }
}
