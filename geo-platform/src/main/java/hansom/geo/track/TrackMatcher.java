package hansom.geo.track;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.road.Trace;
import hansom.geo.road.Tracer;
import hansom.geo.track.Recording.Spot;
import java.util.List;
import org.axonframework.queryhandling.QueryExecutionException;

/**
 * Finds the roads that a recording was driven on. Stretches are traced as a whole; gaps between them, and breaks where points do not
 * follow each other by road, are filled with the fastest way.
 */
final class TrackMatcher {
    private static final double FIRST_SIGMA = 10;
    private static final double LEAST_SIGMA = 4;
    private static final double MOST_SIGMA = 25;
    private static final double SPACING_SIGMAS = 2;
    /** How good a phone was is told by a few of its points, which lie so far apart that their errors have little to do with each other. */
    private static final double PROBED_METRES = 80;

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
            driven = driven.then(matched(stretches.get(i), vehicle));
        }
        return driven.with(Stray.apart(driven.strays(), recording));
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

    /** Where no way within reason joins two points that follow each other, the map lacks what was driven, and the straight line is nearest to it. */
    private Driven joined(Point from, Point to, VehicleType vehicle) {
        Driven way = filled(from, to, vehicle);
        double straight = from.straightTo(to).metres();
        return way.metres() > Tracer.farthest(straight) ? Driven.filled(straight, List.of(from, to)) : way;
    }

    private Driven matched(List<Spot> stretch, VehicleType vehicle) {
        Tracer tracer = network.tracer(vehicle);
        double sigma = sigma(tracer, stretch);
        List<Spot> spots = Thinned.of(stretch, sigma * SPACING_SIGMAS);
        List<Point> points = spots.stream().map(Spot::point).toList();
        Driven driven = Driven.NOTHING;
        Trace before = null;
        List<Trace> traces = tracer.trace(points, sigma);
        for (Trace trace : traces) {
            if (before != null)
                driven = driven.then(joined(points.get(before.last()), points.get(trace.first()), vehicle));
            driven = driven.then(Driven.recorded(trace.metres(), trace.line()));
            before = trace;
        }
        return driven.with(new Strays(spots, traces).found());
    }

    /** How good this phone was on this trip: how far its points lay beside the roads that a first, forgiving trace finds. */
    private static double sigma(Tracer tracer, List<Spot> stretch) {
        List<Point> probed =
                Thinned.of(stretch, PROBED_METRES).stream().map(Spot::point).toList();
        double error = tracer.trace(probed, FIRST_SIGMA).stream()
                .mapToDouble(Trace::error)
                .max()
                .orElse(FIRST_SIGMA);
        return Math.clamp(error, LEAST_SIGMA, MOST_SIGMA);
    }
}
