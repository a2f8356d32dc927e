package hansom.geo.road;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Toll;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import com.graphhopper.util.exceptions.PointNotFoundException;
import com.graphhopper.util.exceptions.PointOutOfBoundsException;
import com.graphhopper.util.shapes.BBox;
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
        for (Point point : points)
            if (network.snap(point, asked.vehicle()).isEmpty()) throw Refusals.refuse(whyNoRoad(point));
        Locale language = Locale.forLanguageTag(asked.language());
        List<ResponsePath> paths = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++)
            paths.add(path(points.get(i), points.get(i + 1), asked.vehicle(), language, asked.withSteps()));
        return joined(points, paths, asked.withSteps() ? steps.of(paths, language) : List.of());
    }

    /** Far from every road: off the map, with latitude and longitude the wrong way round perhaps, or on it where nothing leads. */
    private RefusalCode whyNoRoad(Point point) {
        BBox box = network.graph().getBounds();
        if (box.contains(point.lat(), point.lng())) return RefusalCode.NO_ROAD_NEAR;
        return box.contains(point.lng(), point.lat())
                ? RefusalCode.COORDINATES_SWAPPED
                : RefusalCode.OUTSIDE_SERVICE_AREA;
    }

    private ResponsePath path(Point from, Point to, VehicleType vehicle, Locale language, boolean withSteps) {
        GHRequest request = new GHRequest(from.lat(), from.lng(), to.lat(), to.lng())
                .setProfile(RoadLayer.profile(vehicle))
                .setLocale(language)
                .setPathDetails(List.of(Toll.KEY, RoadEnvironment.KEY))
                .putHint("instructions", withSteps)
                // Lines are drawn and billed as they are, not thinned.
                .putHint("way_point_max_distance", 0);
        GHResponse answer = network.router().route(request);
        if (answer.hasErrors()) {
            Throwable error = answer.getErrors().getFirst();
            throw Refusals.refuse(
                    error instanceof PointNotFoundException || error instanceof PointOutOfBoundsException
                            ? RefusalCode.NO_ROAD_NEAR
                            : RefusalCode.UNREACHABLE);
        }
        return answer.getBest();
    }

    private Route joined(List<Point> points, List<ResponsePath> paths, List<Route.Step> steps) {
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
                network.hash());
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
