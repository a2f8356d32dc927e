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
import com.graphhopper.util.shapes.BBox;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        Snapshot now = network.at(asked.departs(), asked.vehicle()).told(asked.vehicle());
        Instant departs = asked.departs() == null ? network.instant() : asked.departs();
        for (Point point : points)
            if (network.snap(point, now, asked.vehicle()).isEmpty()) throw Refusals.refuse(whyNoRoad(point));
        Locale language = Locale.forLanguageTag(asked.language());
        List<ResponsePath> paths = new ArrayList<>();
        Grounds grounds = null;
        Duration begun = later(now, departs);
        Duration later = begun;
        for (int i = 0; i + 1 < points.size(); i++) {
            Planned leg = leg(points.get(i), points.get(i + 1), now, asked, language, later);
            later = later.plus(leg.grounds.byRoads());
            grounds = grounds == null ? leg.grounds : grounds.plus(leg.grounds);
            paths.add(leg.path);
        }
        Timed timed = Timed.of(Objects.requireNonNull(grounds), now.forecast(), departs);
        return joined(
                points, paths, asked.withSteps() ? steps.of(paths, language) : List.of(), network.name(now), timed);
    }

    /** Whoever leaves later meets less of the traffic of now; in what is usual then there is none of it. */
    private Duration later(Snapshot now, Instant departs) {
        Duration later = Duration.between(network.instant(), departs);
        return later.isNegative() || !now.hour().isEmpty() ? Duration.ZERO : later;
    }

    /** One leg, drawn, and what its time rests on. */
    private record Planned(ResponsePath path, Grounds grounds) {}

    /** Far from every road: off the map, with latitude and longitude the wrong way round perhaps, or on it where nothing leads. */
    private RefusalCode whyNoRoad(Point point) {
        BBox box = network.graph().getBounds();
        if (box.contains(point.lat(), point.lng())) return RefusalCode.NO_ROAD_NEAR;
        return box.contains(point.lng(), point.lat())
                ? RefusalCode.COORDINATES_SWAPPED
                : RefusalCode.OUTSIDE_SERVICE_AREA;
    }

    /** The fastest way of this snapshot, drawn, with the time that it takes who begins it so much later. */
    private Planned leg(Point from, Point to, Snapshot now, PlanRoute asked, Locale language, Duration later) {
        Snap start = snap(from, now, asked.vehicle());
        Snap goal = snap(to, now, asked.vehicle());
        Driveway way = network.to(
                        Foothold.of(goal), now, asked.vehicle(), ways -> ways.way(new Stand(Foothold.of(start), false)))
                .flatMap(found -> found)
                .orElseThrow(() -> Refusals.refuse(RefusalCode.UNREACHABLE));
        Weights weights = now.of(asked.vehicle());
        Duration time = Outlook.time(way, weights, later);
        Path path = Drawing.of(network.graph(), start, goal, way, time);
        Weighting weighting = new SnapshotWeighting(network.openWeighting(asked.vehicle()), weights);
        GraphHopper hopper = network.hopper();
        ResponsePath drawn = new PathMerger(path.getGraph(), ((QueryGraph) path.getGraph()).wrapWeighting(weighting))
                .setEnableInstructions(asked.withSteps())
                // Lines are drawn and billed as they are, not thinned.
                .setSimplifyResponse(false)
                .setPathDetailsBuilders(hopper.getPathDetailsBuilderFactory(), List.of(Toll.KEY, RoadEnvironment.KEY))
                .doWork(
                        ends(start, goal),
                        List.of(path),
                        hopper.getEncodingManager(),
                        hopper.getTranslationMap().getWithFallBack(language));
        return new Planned(drawn, network.grounds(way, weights, time));
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

    private Route joined(
            List<Point> points, List<ResponsePath> paths, List<Route.Step> steps, String roads, Timed timed) {
        List<Route.Leg> legs = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        Distance distance = Distance.NONE;
        Duration time = Duration.ZERO;
        for (int i = 0; i < paths.size(); i++) {
            ResponsePath path = paths.get(i);
            Route.Leg leg = new Route.Leg(length(path), timed.of(path), points.get(i), points.get(i + 1));
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
                roads,
                timed.grounds());
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
}
