package hansom.geo.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Toll;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PathMerger;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Plans the fastest way through points, leg by leg. A leg's time comes from its weight, the only figure that knows what turns cost. */
public final class RoutePlanner {
    private static final int MOST_POINTS = 7;
    private static final Set<String> PAID = Set.of(Toll.ALL.toString());

    private final RoadNetwork network;
    private final RouteSteps steps;

    RoutePlanner(RoadNetwork network) {
        this.network = network;
        this.steps = new RouteSteps(network.hopper().getTranslationMap());
    }

    /** The route, or a failed query that says why there is none. */
    public Route plan(PlanRoute asked) {
        List<Point> points = asked.points();
        if (points.size() < 2 || points.size() > MOST_POINTS)
            throw Refusals.refuse(
                    RefusalCode.INVALID_REQUEST, "a route has from 2 to %d points".formatted(MOST_POINTS));
        Snapshot now = network.now();
        for (Point point : points)
            if (network.snap(point, now, asked.vehicle()).isEmpty())
                throw Refusals.refuse(Refusals.whyNoRoad(network.graph().getBounds(), point));
        Locale language = Locale.forLanguageTag(asked.language());
        List<ResponsePath> paths = new ArrayList<>();
        Duration later = Duration.ZERO;
        for (int i = 0; i + 1 < points.size(); i++) {
            ResponsePath path = path(points.get(i), points.get(i + 1), now, asked, language, later);
            later = later.plusMillis(path.getTime());
            paths.add(path);
        }
        return joined(points, paths, asked.withSteps() ? steps.of(paths, language) : List.of(), network.name(now));
    }

    /** The fastest way of this snapshot, drawn, with the time that it takes who begins it so much later. */
    private ResponsePath path(Point from, Point to, Snapshot now, PlanRoute asked, Locale language, Duration later) {
        Snap start = snap(from, now, asked.vehicle());
        Snap goal = snap(to, now, asked.vehicle());
        Driveway way = network.to(
                        Foothold.of(goal), now, asked.vehicle(), ways -> ways.way(new Stand(Foothold.of(start), false)))
                .flatMap(found -> found)
                .orElseThrow(() -> Refusals.refuse(RefusalCode.UNREACHABLE));
        Weights weights = now.of(asked.vehicle());
        Path path = Drawing.of(network.graph(), start, goal, way, Outlook.time(way, weights, later));
        Weighting weighting = new SnapshotWeighting(network.openWeighting(asked.vehicle()), weights);
        GraphHopper hopper = network.hopper();
        return new PathMerger(path.getGraph(), ((QueryGraph) path.getGraph()).wrapWeighting(weighting))
                .setEnableInstructions(asked.withSteps())
                // Lines are drawn and billed as they are, not thinned.
                .setSimplifyResponse(false)
                .setPathDetailsBuilders(hopper.getPathDetailsBuilderFactory(), List.of(Toll.KEY, RoadEnvironment.KEY))
                .doWork(
                        ends(start, goal),
                        List.of(path),
                        hopper.getEncodingManager(),
                        hopper.getTranslationMap().getWithFallBack(language));
    }

    private Snap snap(Point point, Snapshot now, VehicleType vehicle) {
        return network.snap(point, now, vehicle).orElseThrow(() -> Refusals.refuse(RefusalCode.NO_ROAD_NEAR));
    }

    private static PointList ends(Snap... snaps) {
        PointList ends = new PointList(snaps.length, false);
        for (Snap snap : snaps)
            ends.add(snap.getSnappedPoint().getLat(), snap.getSnappedPoint().getLon());
        return ends;
    }

    private Route joined(List<Point> points, List<ResponsePath> paths, List<Route.Step> steps, String roads) {
        List<Route.Leg> legs = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        Distance distance = Distance.NONE;
        Duration time = Duration.ZERO;
        for (int i = 0; i < paths.size(); i++) {
            ResponsePath path = paths.get(i);
            Route.Leg leg = new Route.Leg(length(path), time(path), points.get(i), points.get(i + 1));
            legs.add(leg);
            distance = distance.plus(leg.distance());
            time = time.plus(leg.time());
            addAll(line, path.getPoints());
        }
        return new Route(
                distance,
                time,
                legs,
                Polyline.encode(line),
                steps,
                paths.stream().anyMatch(path -> has(path, Toll.KEY, PAID)),
                paths.stream()
                        .anyMatch(path -> has(path, RoadEnvironment.KEY, Set.of(RoadEnvironment.FERRY.toString()))),
                roads);
    }

    private static void addAll(List<Point> line, PointList points) {
        for (int i = 0; i < points.size(); i++) {
            Point point = new Point(points.getLat(i), points.getLon(i));
            if (line.isEmpty() || !line.getLast().equals(point)) line.add(point);
        }
    }

    private static boolean has(ResponsePath path, String detail, Set<String> values) {
        List<PathDetail> stretches = path.getPathDetails().getOrDefault(detail, List.of());
        return stretches.stream().anyMatch(stretch -> values.contains(String.valueOf(stretch.getValue())));
    }

    private static Distance length(ResponsePath path) {
        return Distance.ofMetres(Math.round(path.getDistance()));
    }

    private static Duration time(ResponsePath path) {
        return Duration.ofSeconds(Math.round(path.getRouteWeight()));
    }
}
