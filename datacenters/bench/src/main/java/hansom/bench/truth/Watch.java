package hansom.bench.truth;

import hansom.bench.road.OpenMap;
import hansom.city.chance.Chance;
import hansom.city.street.Way;
import hansom.city.truth.Truth;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoutePlanner;
import hansom.geo.road.Stretches;
import hansom.geo.traffic.SegmentSpeeds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** How near learned speeds are to the true ones after so many cars, and how soon a jam is seen and forgotten. */
public final class Watch {
    private static final Instant QUIET = Instant.parse("2026-11-10T11:00:00Z");
    private static final int JAM_SECONDS = 1_800;
    private static final int SLOTS = 24 * 14;
    private static final double JAMMED = 0.6;
    private static final int LEAST_MILLIS = 5_000;
    private static final int[] SAMPLES = {1, 5, 20};
    private static final int SECONDS_APART = 30;
    private static final int JAM_SECONDS_APART = 120;

    private final MovedClock clock;
    private final Truth truth;
    private final Terrain terrain;
    private final Places places;
    private final Car car;
    private final RoutePlanner planner;
    private final Stretches stretches;

    /** The stretches of a way as the city knows them, by their ends. */
    private record Known(Way way, Map<List<Long>, List<Integer>> byEnds) {}

    /** When a jam on one stretch of a way begins and how slow it then is. */
    private record Jam(Known known, int key, Instant begins, double before, double slowness) {}

    /** Minutes until jams were seen and, after their end, forgotten: while cars came on, and when none came. */
    public record Minutes(List<Double> seen, List<Double> forgotten, List<Double> forgottenAlone) {
        public Minutes {
            seen = List.copyOf(seen);
            forgotten = List.copyOf(forgotten);
            forgottenAlone = List.copyOf(forgottenAlone);
        }

        public static double share(List<Double> minutes, double share) {
            return Told.share(minutes, share);
        }
    }

    public Watch(OpenMap map, MovedClock clock, long seed, RandomGenerator random) {
        this.clock = clock;
        this.truth = new Truth(new Chance(seed));
        this.terrain = new Terrain(map.hopper());
        this.places = new Places(map, random);
        this.car = new Car(map.network(), truth, random);
        this.planner = RoadConfiguration.planner(map.network());
        this.stretches = map.network().stretches();
    }

    private Optional<Known> way() {
        Places.Errand errand = places.errand();
        try {
            String line = planner.plan(new PlanRoute(List.of(errand.from(), errand.to()), VehicleType.CAR, "en", false))
                    .polyline();
            return terrain.way(Polyline.decode(line)).map(Watch::known);
        } catch (QueryExecutionException noWay) {
            return Optional.empty();
        }
    }

    private static Known known(Way way) {
        Map<List<Long>, List<Integer>> byEnds = new HashMap<>();
        List<Integer> pieces = new ArrayList<>();
        for (int i = 0; i < way.stretches().size(); i++) {
            pieces.add(i);
            if (!way.stretches().get(i).junction()) continue;
            long from = Terrain.node(way.stretches().get(pieces.getFirst()).from());
            byEnds.put(List.of(from, Terrain.node(way.stretches().get(i).to())), List.copyOf(pieces));
            pieces.clear();
        }
        return new Known(way, byEnds);
    }

    /** In seconds, for an ordinary driver in the mean of all who come about then; not a number where it is not on the way. */
    private double trueSeconds(Known known, int key, Instant at) {
        List<Integer> pieces = known.byEnds.get(terrain.ends(key));
        if (pieces == null) return Double.NaN;
        double seconds = 0;
        for (int piece : pieces) {
            Way.Stretch stretch = known.way.stretches().get(piece);
            seconds += stretch.metres() / truth.speed(stretch, at);
        }
        int last = pieces.getLast();
        Way.Stretch end = known.way.stretches().get(last);
        if (last + 1 < known.way.stretches().size())
            seconds += truth.turning(end, known.way.stretches().get(last + 1), at);
        return seconds + truth.meanPause(end.to());
    }

    /** Errors as shares of the true time, by the number of cars that had told. */
    public Map<Integer, List<Double>> errors(int ways) {
        Map<Integer, List<Double>> errors = new TreeMap<>();
        for (int samples : SAMPLES) errors.put(samples, new ArrayList<>());
        int most = SAMPLES[SAMPLES.length - 1];
        for (int done = 0; done < ways; ) {
            Optional<Known> known = way();
            if (known.isEmpty()) continue;
            done++;
            clock.moveTo(QUIET);
            SegmentSpeeds speeds = new SegmentSpeeds(stretches, clock);
            Map<Integer, Integer> told = new HashMap<>();
            for (int driver = 0; driver < most + 2; driver++) {
                Instant begun = QUIET.plusSeconds((long) SECONDS_APART * driver);
                for (Car.Heard heard :
                        car.drive(known.get().way, car.habit(), begun).heard()) {
                    int key = heard.passage().key();
                    if (heard.at().isAfter(clock.instant())) clock.moveTo(heard.at());
                    speeds.learn(heard.passage());
                    double truly = trueSeconds(known.get(), key, heard.passage().at());
                    if (stretches.freeMillis(key) < LEAST_MILLIS || Double.isNaN(truly)) continue;
                    List<Double> of = errors.get(told.merge(key, 1, Integer::sum));
                    double believed = speeds.slowness(key) * stretches.freeMillis(key) / 1_000;
                    if (of != null) of.add(Math.abs(believed / truly - 1));
                }
            }
        }
        return errors;
    }

    /** Each jam is driven through every two minutes, from before it begins. */
    public Minutes jams(int jams) {
        List<Double> seen = new ArrayList<>();
        List<Double> forgotten = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int tried = 0; tried < 50 * jams && seen.size() < jams; tried++) {
            Optional<Jam> found = way().flatMap(this::jam);
            if (found.isEmpty()) continue;
            Jam jam = found.get();
            double half = (jam.before + jam.slowness) / 2;
            Instant ends = jam.begins.plusSeconds(JAM_SECONDS);
            Instant last = ends.plusSeconds(JAM_SECONDS);
            NavigableMap<Instant, Double> busy = believed(jam, last, last);
            Instant saw = first(busy, jam.begins, slowness -> slowness > half);
            if (saw == null || saw.isAfter(ends)) {
                seen.add((double) JAM_SECONDS / 60);
                continue;
            }
            seen.add(Car.seconds(jam.begins, saw) / 60);
            forgotten.add(minutes(first(busy, ends, slowness -> slowness < half), ends));
            alone.add(minutes(first(believed(jam, ends, last), ends, slowness -> slowness < half), ends));
        }
        return new Minutes(seen, forgotten, alone);
    }

    private static double minutes(@Nullable Instant at, Instant from) {
        return at == null ? JAM_SECONDS / 60.0 : Car.seconds(from, at) / 60;
    }

    private static @Nullable Instant first(
            NavigableMap<Instant, Double> believed, Instant from, DoublePredicate wanted) {
        for (Map.Entry<Instant, Double> each : believed.tailMap(from, true).entrySet())
            if (wanted.test(each.getValue())) return each.getKey();
        return null;
    }

    /** What is believed of the jam's stretch each half minute, while cars set out until {@code lastCar}. */
    private NavigableMap<Instant, Double> believed(Jam jam, Instant lastCar, Instant last) {
        TreeMap<Instant, List<Car.Heard>> heard = new TreeMap<>();
        Instant first = jam.begins.minusSeconds(JAM_SECONDS);
        for (Instant begun = first; begun.isBefore(lastCar); begun = begun.plusSeconds(JAM_SECONDS_APART))
            for (Car.Heard each : car.drive(jam.known.way, car.habit(), begun).heard())
                if (!each.at().isAfter(lastCar))
                    heard.computeIfAbsent(each.at(), _ -> new ArrayList<>()).add(each);
        clock.moveTo(first);
        SegmentSpeeds speeds = new SegmentSpeeds(stretches, clock);
        TreeMap<Instant, Double> believed = new TreeMap<>();
        for (Instant now = first; now.isBefore(last); now = now.plusSeconds(SECONDS_APART)) {
            while (!heard.isEmpty() && !heard.firstKey().isAfter(now))
                heard.pollFirstEntry().getValue().forEach(each -> speeds.learn(each.passage()));
            clock.moveTo(now);
            believed.put(now, speeds.slowness(jam.key));
        }
        return believed;
    }

    /** One that comes over a free road of this way and goes again. */
    private Optional<Jam> jam(Known known) {
        List<Car.Heard> once = car.drive(known.way, 1, QUIET).heard();
        for (Car.Heard heard : once) {
            int key = heard.passage().key();
            double free = stretches.freeMillis(key) / 1_000.0;
            if (free * 1_000 < LEAST_MILLIS || Double.isNaN(trueSeconds(known, key, QUIET))) continue;
            for (int slot = 1; slot < SLOTS; slot++) {
                Instant begins = QUIET.plusSeconds((long) slot * JAM_SECONDS);
                int hour = begins.atOffset(ZoneOffset.UTC).getHour();
                if (hour < 10 || hour > 14) continue;
                double before = trueSeconds(known, key, begins.minusSeconds(1)) / free;
                double jammed = trueSeconds(known, key, begins) / free;
                double after = trueSeconds(known, key, begins.plusSeconds(JAM_SECONDS)) / free;
                if (before < JAMMED * jammed && after < JAMMED * jammed)
                    return Optional.of(new Jam(known, key, begins, before, jammed));
            }
        }
        return Optional.empty();
    }
}
