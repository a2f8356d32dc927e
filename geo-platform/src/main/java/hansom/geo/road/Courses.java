package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.hierarchy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.queryhandling.QueryExecutionException;

/** The ways of one moment: the fastest ones, and what has become of those that were chosen before. */
public final class Courses {
    /** A car that is thought to be so far behind the beginning or past the end of a way is where the phone's error may put it. */
    private static final double SLACK_METRES = 50;

    /** Who is no farther from his way than a phone may err is thought to be on it, though another road be nearer. */
    private static final double BESIDE_METRES = 30;

    /** How far ahead on his way he is looked for then. */
    private static final double AHEAD_METRES = 500;

    private final RoadNetwork network;
    private final Snapshot now;
    private final Instant departs;
    private final RoutePlanner planner;

    /** Of ways that are begun then. */
    Courses(RoadNetwork network, Snapshot now, Instant departs, RoutePlanner planner) {
        this.network = network;
        this.now = now;
        this.departs = departs;
        this.planner = planner;
    }

    /** Which roads these are, as {@link Roads#name}. */
    public String name() {
        return network.name(now);
    }

    /** Whether a course leads over the roads of this very map, so that it may be asked about. */
    public boolean know(Course course) {
        return course.roads() == network;
    }

    /** A course of another map on this one; empty where a road of it is another now. */
    public Optional<Course> again(Course course) {
        Likeness likeness = new Likeness(course.roads(), network, course.vehicle());
        List<Driveway> legs = new ArrayList<>();
        for (Driveway leg : course.legs()) likeness.way(leg).ifPresent(legs::add);
        return legs.size() == course.legs().size()
                ? Optional.of(new Course(network, course.vehicle(), course.from(), course.through(), legs))
                : Optional.empty();
    }

    /** The fastest way through these points, leg by leg; a failed query says why there is none. */
    public Course fastest(Start from, List<Point> through, VehicleType vehicle) {
        List<Foothold> goals = new ArrayList<>();
        Stand start = RoadTimes.stand(network, from, now, vehicle).orElseThrow(() -> why(from.point()));
        for (Point point : through)
            goals.add(network.snap(point, now, vehicle).map(Foothold::of).orElseThrow(() -> why(point)));
        List<Driveway> legs = new ArrayList<>();
        for (Foothold goal : goals) {
            Stand leaves = start;
            legs.add(network.to(goal, now, vehicle, ways -> ways.way(leaves))
                    .flatMap(way -> way)
                    .orElseThrow(() -> Refusals.refuse(RefusalCode.UNREACHABLE)));
            start = new Stand(goal, false);
        }
        return new Course(network, vehicle, from.point(), through, legs);
    }

    private QueryExecutionException why(Point point) {
        return Refusals.refuse(Refusals.whyNoRoad(network.graph().getBounds(), point));
    }

    /** So many others at most that differ from an open course up to the first of its points and are nearly as good; the fastest first. */
    public List<Course> others(Course course, int most) {
        Driveway first = today(course.legs().getFirst(), now.of(course.vehicle()));
        List<Course> others = new ArrayList<>();
        for (Driveway other : new Detours(network, now, course.vehicle()).of(first, most)) {
            List<Driveway> legs = new ArrayList<>(course.legs());
            legs.set(0, other);
            others.add(new Course(network, course.vehicle(), course.from(), course.through(), legs));
        }
        return others;
    }

    /** What is left of a course for a car that is there; empty when it has left the first leg, or drives the other way. */
    public Optional<Course> rest(Course course, Start at) {
        return RoadTimes.stand(network, at, now, course.vehicle())
                .flatMap(stand -> rest(course.legs().getFirst(), stand, at.point(), course.vehicle()))
                .map(first -> {
                    List<Driveway> legs = new ArrayList<>(course.legs());
                    legs.set(0, first);
                    return new Course(network, course.vehicle(), at.point(), course.through(), legs);
                });
    }

    private Optional<Driveway> rest(Driveway way, Stand stand, Point point, VehicleType vehicle) {
        Optional<Driveway> ahead = rest(way, stand.place(), vehicle);
        if (ahead.isPresent()) return ahead;
        Optional<Driveway> turned = rest(way, stand.place().turned(), vehicle);
        if (turned.isPresent()) return stand.moves() ? Optional.empty() : turned;
        return beside(way, point, vehicle).flatMap(place -> rest(way, place, vehicle));
    }

    /** Where on the next part of the way a point would be. */
    private Optional<Foothold> beside(Driveway way, Point point, VehicleType vehicle) {
        Ground ground = network.ground(vehicle);
        Foothold best = null;
        double least = BESIDE_METRES;
        double metres = -ground.arcs().metresInto(way.from());
        for (int key : way.keys()) {
            if (metres > AHEAD_METRES) break;
            metres += ground.arcs().metres(key);
            Nearby.Candidate candidate = ground.nearby().on(key, point);
            if (candidate.away() >= least) continue;
            least = candidate.away();
            best = candidate.place();
        }
        return Optional.ofNullable(best);
    }

    private Optional<Driveway> rest(Driveway way, Foothold place, VehicleType vehicle) {
        Arcs roads = now.of(vehicle).roads();
        int road = network.twins().original(place.key());
        int last = way.keys().size() - 1;
        for (int i = 0; i <= last; i++) {
            int key = way.keys().get(i);
            if (network.twins().original(key) != road) continue;
            double begins = i == 0 ? way.from().share() : 0;
            double ends = i == last ? way.to().along(key) : 1;
            if (begins > ends) continue;
            double share = Math.clamp(place.share(), begins, ends);
            if (Math.abs(place.share() - share) * roads.metres(key) > SLACK_METRES) continue;
            return Optional.of(
                    new Driveway(new Foothold(key, share), way.to(), way.keys().subList(i, last + 1), Duration.ZERO));
        }
        return Optional.empty();
    }

    /** Whether nothing on it is closed to who is not inside yet. */
    public boolean open(Course course) {
        Weights weights = now.of(course.vehicle());
        return course.legs().stream().allMatch(way -> millis(way, weights) < Metric.NEVER);
    }

    /** How long and how far an open course is, the traffic of now fading into the usual while it is driven. */
    public Travel travel(Course course) {
        Weights weights = now.of(course.vehicle());
        Duration time = Duration.ZERO;
        double metres = 0;
        for (Driveway leg : course.legs()) {
            time = time.plus(Outlook.time(today(leg, weights), weights, later().plus(time)));
            metres += leg.metres(weights.roads());
        }
        if (forecast(course).heeded()) time = timed(course, grounds(course)).of(time);
        return new Travel(time, Distance.ofMetres(Math.max(0, Math.round(metres))));
    }

    private Forecast forecast(Course course) {
        return now.told(course.vehicle()).forecast();
    }

    /** Who leaves later meets less of the traffic of now; in what is usual then there is none of it. */
    private Duration later() {
        Duration later = Duration.between(network.instant(), departs);
        return later.isNegative() || !now.hour().isEmpty() ? Duration.ZERO : later;
    }

    /** What the time of each leg rests on. */
    private List<Grounds> grounds(Course course) {
        Weights weights = now.of(course.vehicle());
        List<Grounds> grounds = new ArrayList<>();
        Duration later = later();
        for (Driveway leg : course.legs()) {
            Driveway today = today(leg, weights);
            Duration time = Outlook.time(today, weights, later);
            later = later.plus(time);
            grounds.add(network.grounds(today, weights, time));
        }
        return grounds;
    }

    private Timed timed(Course course, List<Grounds> legs) {
        return Timed.of(legs.stream().reduce(Grounds::plus).orElseThrow(), forecast(course), departs);
    }

    /** The same way, with the time that it takes at this moment. */
    static Driveway today(Driveway way, Weights weights) {
        return new Driveway(way.from(), way.to(), way.keys(), Duration.ofMillis(millis(way, weights)));
    }

    /** By what each step costs at this moment; {@link Metric#NEVER} or more when it is closed somewhere. */
    private static long millis(Driveway way, Weights weights) {
        long millis = -weights.millisInto(way.from());
        int last = way.keys().size() - 1;
        for (int i = 0; i < last; i++) {
            int step = weights.metric()
                    .hierarchy()
                    .steps()
                    .between(way.keys().get(i), way.keys().get(i + 1));
            millis += weights.metric().cost(step);
        }
        int end = way.keys().get(last);
        millis += Math.round(weights.millis(end) * way.to().along(end));
        return Math.max(0, millis);
    }

    /** An open course as a route, its turns told when asked for. */
    public Route draw(Course course, Locale language, boolean withSteps) {
        List<Grounds> grounds = grounds(course);
        List<Duration> times = grounds.stream().map(Grounds::byRoads).toList();
        return planner.draw(course, times, timed(course, grounds), now.told(course.vehicle()), language, withSteps);
    }
}
