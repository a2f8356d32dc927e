package hansom.bench.road;

import com.graphhopper.storage.NodeAccess;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoutePlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.axonframework.queryhandling.QueryExecutionException;

/**
 * Trips on ways that are not the fastest, for each was the fastest at a moment of odd traffic which nobody knows of afterwards, and what a phone
 * said of them: its errors follow each other, it halts, and at times it says nothing.
 */
final class Trips {
    private static final double LEAST_STRAIGHT = 5_000;
    private static final double MOST_STRAIGHT = 9_000;
    private static final int TRIED = 200;
    private static final int AT_A_MOMENT = 5;
    private static final DriverId BEN = new DriverId("drv_01990000-0000-7000-8000-000000000002");
    private static final Instant BEGUN = Instant.parse("2026-05-04T12:00:00Z");
    /** After so many seconds little is left of an error. */
    private static final double FORGOTTEN_SECONDS = 10;

    private static final double SLOWEST = 5;
    private static final double FASTEST = 16;
    private static final double PACE_METRES = 200;
    private static final double HALTS_A_METRE = 1 / 1_000.0;
    private static final int GAPS = 2;

    private final OpenMap map;
    private final Moments moments;
    private final RoutePlanner planner;
    private final RandomGenerator random;

    Trips(OpenMap map, RandomGenerator random) {
        this.map = map;
        this.moments = new Moments(map.network(), random);
        this.planner = RoadConfiguration.planner(map.network());
        this.random = random;
    }

    /** So many, on free roads again in the end. */
    List<Line> drawn(int trips) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < trips; i++) {
            if (i % AT_A_MOMENT == 0) moments.next();
            lines.add(drawn());
        }
        moments.free();
        return lines;
    }

    private Line drawn() {
        while (true) {
            Point from = junction();
            Point to = junction();
            for (int tried = 0; tried < TRIED; tried++) {
                Point other = junction();
                double before = Line.apart(from, to);
                double now = Line.apart(from, other);
                if (before < LEAST_STRAIGHT ? now > before && now < MOST_STRAIGHT : before > MOST_STRAIGHT) to = other;
            }
            try {
                Line line = new Line(
                        Polyline.decode(planner.plan(new PlanRoute(List.of(from, to), VehicleType.CAR, "en", false))
                                .polyline()));
                if (line.points().size() > 1) return line;
            } catch (QueryExecutionException noWay) {
                // Another two, then.
            }
        }
    }

    private Point junction() {
        NodeAccess nodes = map.hopper().getBaseGraph().getNodeAccess();
        int node = random.nextInt(map.hopper().getBaseGraph().getNodes());
        return new Point(nodes.getLat(node), nodes.getLon(node));
    }

    /** What a phone says each so many seconds that errs by so many metres in each direction; {@code steady}: the car never halts, nor is the phone silent. */
    List<DriverPosition> recorded(Line line, int everySeconds, double noise, boolean steady) {
        List<Point> seconds = driven(line, steady ? 0 : HALTS_A_METRE);
        boolean[] silent = steady ? new boolean[seconds.size()] : silent(seconds.size());
        double kept = Math.exp(-everySeconds / FORGOTTEN_SECONDS);
        double fresh = Math.sqrt(1 - kept * kept) * noise;
        double north = random.nextGaussian() * noise;
        double east = random.nextGaussian() * noise;
        List<DriverPosition> positions = new ArrayList<>();
        int last = seconds.size() - 1;
        for (int second = 0; second <= last; second += second == last ? 1 : Math.min(everySeconds, last - second)) {
            if (!silent[second])
                positions.add(new DriverPosition(
                        BEN, Line.beside(seconds.get(second), north, east), BEGUN.plusSeconds(second), null, null));
            north = kept * north + fresh * random.nextGaussian();
            east = kept * east + fresh * random.nextGaussian();
        }
        return positions;
    }

    /** Where the car is at each second: at another speed after each two hundred metres, and at times it stands. */
    private List<Point> driven(Line line, double halts) {
        double whole = line.metres();
        List<Point> seconds = new ArrayList<>();
        double speed = 0;
        double changes = 0;
        for (double at = 0; at < whole; at += speed) {
            if (at >= changes) {
                speed = random.nextDouble(SLOWEST, FASTEST);
                changes = at + PACE_METRES;
            }
            Point here = line.at(at);
            seconds.add(here);
            if (random.nextDouble() < halts * speed)
                for (int halt = random.nextInt(5, 60); halt > 0; halt--) seconds.add(here);
        }
        seconds.add(line.points().getLast());
        return seconds;
    }

    private boolean[] silent(int seconds) {
        boolean[] silent = new boolean[seconds];
        for (int gap = 0; gap < GAPS && seconds > 200; gap++) {
            int begins = random.nextInt(60, seconds - 120);
            int ends = begins + random.nextInt(20, 45);
            for (int second = begins; second < ends; second++) silent[second] = true;
        }
        return silent;
    }
}
