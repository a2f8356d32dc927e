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
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryExecutionException;

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
        Courses now = courses(asked);
        Course course = now.fastest(Start.at(points.getFirst()), points.subList(1, points.size()), asked.vehicle());
        return now.draw(course, Locale.forLanguageTag(asked.language()), asked.withSteps());
    }

    /** Kinds of vehicle that may use the same roads at the same speed have the same route, which is planned once. */
    Routes plan(PlanRoutes asked) {
        Map<VehicleType, Route> routes = new EnumMap<>(VehicleType.class);
        Map<VehicleType, Refusal> refusals = new EnumMap<>(VehicleType.class);
        asked.vehicles().stream()
                .collect(Collectors.groupingBy(RoadLayer::profile))
                .values()
                .forEach(alike -> {
                    try {
                        Route route = plan(new PlanRoute(
                                asked.points(), alike.getFirst(), asked.language(), false, asked.departs()));
                        alike.forEach(vehicle -> routes.put(vehicle, route));
                    } catch (QueryExecutionException refused) {
                        Refusal why = refused.<Refusal>getDetails().orElseThrow(() -> refused);
                        alike.forEach(vehicle -> refusals.put(vehicle, why));
                    }
                });
        return new Routes(routes, refusals);
    }

    /** The ways of this moment. */
    public Courses courses() {
        return new Courses(network, network.now(), network.instant(), this);
    }

    /** Those of the moment at which the way is begun. */
    private Courses courses(PlanRoute asked) {
        Instant departs = asked.departs();
        return departs == null ? courses() : new Courses(network, network.at(departs, asked.vehicle()), departs, this);
    }

    /** A course as a route, of which each leg takes so long by the roads. */
    Route draw(Course course, List<Duration> times, Timed timed, Snapshot now, Locale language, boolean withSteps) {
        Weighting weighting = new SnapshotWeighting(network.openWeighting(course.vehicle()), now.of(course.vehicle()));
        List<ResponsePath> paths = new ArrayList<>();
        for (int leg = 0; leg < course.legs().size(); leg++)
            paths.add(path(course.legs().get(leg), times.get(leg), weighting, language, withSteps));
        List<Point> points = new ArrayList<>(List.of(course.from()));
        points.addAll(course.through());
        return joined(points, paths, withSteps ? steps.of(paths, language) : List.of(), network.name(now), timed);
    }

    private ResponsePath path(Driveway way, Duration time, Weighting weighting, Locale language, boolean withSteps) {
        Snap start = snap(network, way.from());
        Snap goal = snap(network, way.to());
        // Places nearer to each other than a coordinate's last digit may change places on it.
        if (Drawing.leadsBackwards(start, goal, way)) goal = snap(network, way.from());
        Path path = Drawing.of(network.graph(), start, goal, way, time);
        GraphHopper hopper = network.hopper();
        return new PathMerger(path.getGraph(), ((QueryGraph) path.getGraph()).wrapWeighting(weighting))
                .setEnableInstructions(withSteps)
                // Lines are drawn and billed as they are, not thinned.
                .setSimplifyResponse(false)
                .setPathDetailsBuilders(hopper.getPathDetailsBuilderFactory(), List.of(Toll.KEY, RoadEnvironment.KEY))
                .doWork(
                        ends(start, goal),
                        List.of(path),
                        hopper.getEncodingManager(),
                        hopper.getTranslationMap().getWithFallBack(language));
    }

    /** A place on a road as GraphHopper wants it. */
    static Snap snap(RoadNetwork network, Foothold place) {
        Point point = new Lines(network.graph()).at(place);
        return network.index().findClosest(point.lat(), point.lng(), edge -> edge.getEdge() == place.key() / 2);
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
