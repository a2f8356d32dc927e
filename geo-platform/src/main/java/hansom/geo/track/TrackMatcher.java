package hansom.geo.track;

import com.graphhopper.matching.MapMatching;
import com.graphhopper.matching.MatchResult;
import com.graphhopper.matching.Observation;
import com.graphhopper.routing.Path;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.track.Recording.Spot;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the roads that a recording was driven on. Stretches are matched as a whole; gaps between them, and stretches that fit no road,
 * are filled with the fastest way.
 */
final class TrackMatcher {
    private static final Logger LOG = LoggerFactory.getLogger(TrackMatcher.class);
    /** The matcher looks for roads within one sigma only, so that it must be told several times the phone's error. */
    private static final double SIGMAS = 4;

    private static final double LEAST_SIGMA = 16;
    private static final double MOST_SIGMA = 50;
    private static final double MEDIAN_TO_DEVIATION = 1.48;
    /** Below this a stretch is a car that stands and a phone that trembles. */
    private static final double STANDING_METRES = 30;

    private final RoadNetwork network;
    private final RoutePlanner planner;

    TrackMatcher(RoadNetwork network, RoutePlanner planner) {
        this.network = network;
        this.planner = planner;
    }

    Driven match(Recording recording, VehicleType vehicle) {
        double sigma = sigma(recording, vehicle);
        Driven driven = Driven.NOTHING;
        List<List<Spot>> stretches = recording.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            if (i > 0)
                driven = driven.then(filled(
                        stretches.get(i - 1).getLast().point(),
                        stretches.get(i).getFirst().point(),
                        vehicle));
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
        Point from = stretch.getFirst().point();
        Point to = stretch.getLast().point();
        double reach = stretch.stream()
                .mapToDouble(spot -> from.straightTo(spot.point()).metres())
                .max()
                .orElse(0);
        if (reach < STANDING_METRES) return new Driven(0, 0, List.of(to));
        try {
            MapMatching matching = network.matching(vehicle);
            matching.setMeasurementErrorSigma(sigma);
            MatchResult result = matching.match(observations(stretch));
            Path path = result.getMergedPath();
            return Driven.recorded(path.getDistance(), points(path.calcPoints()));
        } catch (RuntimeException fitsNoRoad) {
            LOG.info("a stretch of {} points fits no road: {}", stretch.size(), fitsNoRoad.getMessage());
            return filled(from, to, vehicle);
        }
    }

    /** From how far the points lie beside the roads: the median says how good the phone is, whatever single points do. */
    private double sigma(Recording recording, VehicleType vehicle) {
        double[] away = recording.spots().stream()
                .mapToDouble(spot -> network.metresToRoad(spot.point(), vehicle))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (away.length == 0) return MOST_SIGMA;
        return Math.clamp(away[away.length / 2] * MEDIAN_TO_DEVIATION * SIGMAS, LEAST_SIGMA, MOST_SIGMA);
    }

    static List<Observation> observations(List<Spot> stretch) {
        List<Observation> observations = new ArrayList<>();
        for (Spot spot : stretch)
            observations.add(
                    new Observation(new GHPoint(spot.point().lat(), spot.point().lng())));
        return observations;
    }

    private static List<Point> points(PointList line) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) points.add(new Point(line.getLat(i), line.getLon(i)));
        return points;
    }
}
