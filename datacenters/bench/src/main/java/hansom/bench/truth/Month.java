package hansom.bench.truth;

import hansom.bench.road.OpenMap;
import hansom.city.chance.Chance;
import hansom.city.street.Way;
import hansom.city.truth.Truth;
import hansom.city.truth.Wishes;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.engines.objects.ObjectFolder;
import hansom.geo.eta.EtaConfiguration;
import hansom.geo.eta.EtaSchool;
import hansom.geo.eta.Trip;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoutePlanner;
import hansom.geo.traffic.SegmentSpeeds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.axonframework.queryhandling.QueryExecutionException;

/**
 * Weeks of trips in the order of time. Each is quoted by the node's planner, begun some minutes later along the way that was quoted, and driven
 * as the city's roads really are; the node hears of passages when the phone has told them and of trips when they are over, and never of the
 * truth. In the last week nothing more is learned from trips; the traffic is followed as ever.
 */
public final class Month {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration SNAPSHOTS = Duration.ofMinutes(10);
    private static final Duration UNTIL_PICKUP = Duration.ofMinutes(5);
    private static final int LESSON_HOUR = 4;
    private static final int NIGHT_ENDS = 5;
    private static final double BY_NIGHT = 0.3;

    private final OpenMap map;
    private final MovedClock clock;
    private final Instant held;
    private final Terrain terrain;
    private final Places places;
    private final Truth truth;
    private final Car car;
    private final RandomGenerator random;
    private final RoutePlanner planner;
    private final SegmentSpeeds speeds;
    private final EtaSchool school;
    private final List<Instant> begins;
    private final PriorityQueue<Car.Heard> passages = new PriorityQueue<>(Comparator.comparing(Car.Heard::at));
    private final PriorityQueue<Over> over = new PriorityQueue<>(Comparator.comparing(Over::at));
    private final HourFactors byHour = new HourFactors(24);
    private final HourFactors byHourOfWeek = new HourFactors(168);
    private final Map<String, Told> told = new LinkedHashMap<>();
    private Instant published = Instant.EPOCH;
    private Instant taught = MONDAY.plus(Duration.ofHours(LESSON_HOUR));
    private int trips;
    private int passed;

    private record Over(Instant at, Trip trip) {}

    /** The clock that the map was opened with stands at {@link #begins()}. */
    public Month(OpenMap map, MovedClock clock, long seed, RandomGenerator random, int weeks, int trips, Path folder) {
        this.map = map;
        this.clock = clock;
        this.random = random;
        this.held = MONDAY.plus(Duration.ofDays(7L * (weeks - 1)));
        this.terrain = new Terrain(map.hopper());
        this.places = new Places(map, random);
        this.truth = new Truth(new Chance(seed));
        this.car = new Car(map.network(), truth, random);
        this.planner = RoadConfiguration.planner(map.network());
        this.speeds = new SegmentSpeeds(map.network().stretches(), clock);
        this.school = EtaConfiguration.school(map.network()::heed, new ObjectFolder(folder), Region.LOCAL, clock);
        this.begins = begins(weeks, trips);
        map.network().heed(speeds);
    }

    public static Instant begins() {
        return MONDAY;
    }

    /** As busy as the city is by the hour, and quiet by night. */
    private List<Instant> begins(int weeks, int trips) {
        List<Instant> drawn = new ArrayList<>();
        long seconds = Duration.ofDays(7L * weeks).toSeconds();
        while (drawn.size() < trips) {
            Instant at = MONDAY.plusSeconds(random.nextLong(seconds));
            int hour = at.atOffset(ZoneOffset.UTC).getHour();
            if (random.nextDouble() < Wishes.busyness(at) * (hour < NIGHT_ENDS ? BY_NIGHT : 1)) drawn.add(at);
        }
        drawn.sort(Comparator.naturalOrder());
        return drawn;
    }

    /** What was told of the trips of the last week, by who told it. */
    public Map<String, Told> play() {
        for (Instant at : begins) {
            while (!taught.isAfter(at)) {
                until(taught);
                if (taught.isBefore(held)) school.learn();
                taught = taught.plus(Duration.ofDays(1));
            }
            until(at);
            ride(at);
        }
        return told;
    }

    /** Tells the node what it has heard by then. */
    private void until(Instant now) {
        while (!passages.isEmpty() && !passages.peek().at().isAfter(now)) {
            Car.Heard heard = passages.remove();
            clock.moveTo(heard.at());
            speeds.learn(heard.passage());
            passed++;
        }
        clock.moveTo(now);
        while (!over.isEmpty() && !over.peek().at().isAfter(now)) {
            Trip trip = over.remove().trip();
            if (now.isBefore(held)) school.note(trip);
        }
        if (published.plus(SNAPSHOTS).isAfter(now)) return;
        map.network().publish();
        published = now;
    }

    private void ride(Instant at) {
        Places.Errand errand = places.errand();
        Route route;
        try {
            route = planner.plan(new PlanRoute(List.of(errand.from(), errand.to()), VehicleType.CAR, "en", false));
        } catch (QueryExecutionException noWay) {
            return;
        }
        Optional<Way> way = terrain.way(Polyline.decode(route.polyline()));
        Grounds grounds = route.grounds();
        if (way.isEmpty() || grounds == null) return;
        trips++;
        Instant departed = at.plus(UNTIL_PICKUP);
        Car.Driven driven = car.drive(way.get(), car.habit(), departed);
        passages.addAll(driven.heard());
        double took = Car.seconds(departed, driven.arrived());
        over.add(new Over(driven.arrived(), new Trip(grounds, departed, took)));
        double free = grounds.freely().toMillis() / 1_000.0;
        if (at.isBefore(held)) {
            byHour.learn(at, free, took);
            byHourOfWeek.learn(at, free, took);
            return;
        }
        compare("truth", truly(way.get(), departed), took);
        compare("graph", free, took);
        compare("graph_hour", free * byHour.at(at), took);
        compare("graph_hour_of_week", free * byHourOfWeek.at(at), took);
        compare("usual", grounds.usually().toMillis() / 1_000.0, took);
        compare("roads", grounds.byRoads().toMillis() / 1_000.0, took);
        compare("told", route.time().toMillis() / 1_000.0, took);
    }

    /** In seconds, of an ordinary driver, who meets lights as they are in the mean. */
    private double truly(Way way, Instant departed) {
        double seconds = 0;
        for (int i = 0; i < way.stretches().size(); i++) {
            Way.Stretch here = way.stretches().get(i);
            Instant now = departed.plusMillis(Math.round(seconds * 1_000));
            seconds += here.metres() / truth.speed(here, now);
            if (!here.junction()) continue;
            seconds += truth.meanPause(here.to());
            if (i + 1 < way.stretches().size())
                seconds += truth.turning(here, way.stretches().get(i + 1), now);
        }
        return seconds;
    }

    private void compare(String who, double seconds, double took) {
        told.computeIfAbsent(who, _ -> new Told()).compare(seconds, took);
    }

    public int trips() {
        return trips;
    }

    public int passed() {
        return passed;
    }

    /** Which roads, traffic and model the last answer came from. */
    public String lastName() {
        return map.roads().name();
    }
}
