package hansom.geo.track;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.road.Trace;
import hansom.geo.track.Recording.Spot;
import java.util.List;
import org.axonframework.queryhandling.QueryExecutionException;

/**
 * Finds the roads that a recording was driven on. Stretches are traced as a whole; gaps between them, and breaks where points do not
 * follow each other by road, are filled with the fastest way.
 */
final class TrackMatcher {
    private static final double FIRST_SIGMA = 10;
    private static final double LEAST_SIGMA = 5;
    private static final double MOST_SIGMA = 25;
    private static final double SPACING_SIGMAS = 2;

    private final RoadNetwork network;
    private final RoutePlanner planner;

    TrackMatcher(RoadNetwork network, RoutePlanner planner) {
        this.network = network;
        this.planner = planner;
    }

    Driven match(Recording recording, VehicleType vehicle) {
        Driven driven = Driven.NOTHING;
        List<List<Spot>> stretches = recording.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            if (i > 0)
                driven = driven.then(filled(
                        stretches.get(i - 1).getLast().point(),
                        stretches.get(i).getFirst().point(),
                        vehicle));
            double sigma = sigma(stretches.get(i), vehicle);
            driven = driven.then(matched(stretches.get(i), vehicle, sigma));
        }
        return driven;
    }

    /** The fastest way, or the straight line where there is none. */
    Driven filled(Point from, Point to, VehicleType vehicle) {
        try {
            Route way = planner.plan(new PlanRoute(List.of(from, to), vehicle, "en", false));
            return Driven.filled(way.distance().metres(), Polyline.decode(way.polyline()));
        } catch (QueryExecutionException noWay) {
            return Driven.filled(from.straightTo(to).metres(), List.of(from, to));
        }
    }

    private Driven matched(List<Spot> stretch, VehicleType vehicle, double sigma) {
        List<Point> points = points(stretch, sigma);
        Driven driven = Driven.NOTHING;
        Trace before = null;
        for (Trace trace : network.tracer(vehicle).trace(points, sigma)) {
            if (before != null)
                driven = driven.then(filled(points.get(before.last()), points.get(trace.first()), vehicle));
            driven = driven.then(Driven.recorded(trace.metres(), trace.line()));
            before = trace;
        }
        return driven;
    }

    /** How good this phone was on this trip: how far its points lay beside the roads that a first, forgiving trace finds. */
    private double sigma(List<Spot> stretch, VehicleType vehicle) {
        List<Trace> first = network.tracer(vehicle).trace(points(stretch, FIRST_SIGMA), FIRST_SIGMA);
        double error = first.stream().mapToDouble(Trace::error).max().orElse(FIRST_SIGMA);
        return Math.clamp(error, LEAST_SIGMA, MOST_SIGMA);
    }

    private static List<Point> points(List<Spot> stretch, double sigma) {
        return Thinned.of(stretch, sigma * SPACING_SIGMAS);
    }
}
