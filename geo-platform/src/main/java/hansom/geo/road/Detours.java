package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ways that differ from the fastest and are nearly as good: through some road beside it, no more than a quarter longer in time, sharing at most
 * seven tenths of the fastest way's length with it or with each other, and around that road as fast as can be, so that nobody is sent off a
 * way and back (limited sharing, bounded stretch and local optimality: Abraham, Delling, Goldberg and Werneck, 2013).
 */
final class Detours {
    static final double MOST_TIME = 1.25;
    static final double MOST_SHARED = 0.7;
    private static final double LEAST_METRES = 1_000;
    /** The part of the fastest way's time for which the way around the road must be the fastest. */
    private static final double LOCAL_PART = 0.25;

    private static final double[] ALONG = {0.2, 0.35, 0.5, 0.65, 0.8};
    private static final double[] ASIDE = {-0.4, -0.25, -0.12, 0.12, 0.25, 0.4};
    private static final double AROUND_METRES = 250;

    private final RoadNetwork network;
    private final Snapshot now;
    private final VehicleType vehicle;
    private final Weights weights;

    Detours(RoadNetwork network, Snapshot now, VehicleType vehicle) {
        this.network = network;
        this.now = now;
        this.vehicle = vehicle;
        this.weights = now.of(vehicle);
    }

    /** So many at most, the fastest first; none where the way is short. */
    List<Driveway> of(Driveway fastest, int most) {
        if (fastest.metres(weights.roads()) < LEAST_METRES) return List.of();
        List<Driveway> candidates = vias(fastest).stream()
                .flatMap(via -> through(fastest, via).stream())
                .sorted(Comparator.comparing(Driveway::time))
                .toList();
        List<Driveway> chosen = new ArrayList<>(List.of(fastest));
        for (Driveway candidate : candidates)
            if (chosen.size() <= most && chosen.stream().allMatch(other -> differs(candidate, other, fastest)))
                chosen.add(candidate);
        return chosen.subList(1, chosen.size());
    }

    /** The fastest roads about places on both sides of the way. */
    private List<Foothold> vias(Driveway fastest) {
        Lines lines = new Lines(network.graph());
        Point from = lines.at(fastest.from());
        Point to = lines.at(fastest.to());
        double north = to.lat() - from.lat();
        double east = to.lng() - from.lng();
        double narrow = Math.cos(Math.toRadians(from.lat()));
        Set<Integer> seen = new HashSet<>();
        List<Foothold> vias = new ArrayList<>();
        for (double along : ALONG)
            for (double aside : ASIDE) {
                Point about = new Point(
                        from.lat() + along * north + aside * east * narrow,
                        from.lng() + along * east - aside * north / narrow);
                network.ground(vehicle).nearby().around(about, AROUND_METRES).stream()
                        .map(Nearby.Candidate::place)
                        .filter(place -> weights.drivable(place.key()))
                        .max(Comparator.comparingDouble(
                                place -> (double) weights.roads().metres(place.key()) / weights.millis(place.key())))
                        .filter(place -> seen.add(network.twins().original(place.key()) / 2))
                        .ifPresent(vias::add);
            }
        return vias;
    }

    private Optional<Driveway> through(Driveway fastest, Foothold via) {
        Stand start = new Stand(fastest.from(), true);
        return way(start, via)
                .flatMap(first -> {
                    int key = first.keys().getLast();
                    Foothold passed = new Foothold(key, via.along(key));
                    return way(new Stand(passed, true), fastest.to()).flatMap(second -> joined(first, second));
                })
                .filter(way -> way.time().toMillis() <= fastest.time().toMillis() * MOST_TIME);
    }

    private Optional<Driveway> way(Stand from, Foothold to) {
        return network.to(to, now, vehicle, ways -> ways.way(from)).flatMap(way -> way);
    }

    private Optional<Driveway> joined(Driveway first, Driveway second) {
        int meets = first.keys().size() - 1;
        if (!first.keys().getLast().equals(second.keys().getFirst())) return Optional.empty();
        List<Integer> keys = new ArrayList<>(first.keys());
        keys.addAll(second.keys().subList(1, second.keys().size()));
        Set<Integer> roads = new HashSet<>();
        for (int key : keys) if (!roads.add(network.twins().original(key) / 2)) return Optional.empty();
        Driveway way = Courses.today(new Driveway(first.from(), second.to(), keys, Duration.ZERO), weights);
        return isFastestAround(way, meets) ? Optional.of(way) : Optional.empty();
    }

    /** Whether nothing is faster than the part of the way around one of its stretches. */
    private boolean isFastestAround(Driveway way, int middle) {
        double reach = way.time().toMillis() * LOCAL_PART / 2;
        int from = middle;
        long millis = 0;
        while (from > 0 && millis < reach) millis += step(way, --from);
        int to = middle;
        long after = 0;
        while (to < way.keys().size() - 1 && after < reach) after += step(way, to++);
        long own = millis + after;
        Foothold begins = new Foothold(way.keys().get(from), 0);
        Foothold ends = new Foothold(way.keys().get(to), 0);
        return way(new Stand(begins, true), ends)
                .map(best -> best.time().toMillis() >= own - 1)
                .orElse(false);
    }

    /** From the beginning of a stretch of a way to the beginning of the next. */
    private int step(Driveway way, int at) {
        int step = weights.metric()
                .hierarchy()
                .steps()
                .between(way.keys().get(at), way.keys().get(at + 1));
        return weights.metric().cost(step);
    }

    private boolean differs(Driveway one, Driveway other, Driveway fastest) {
        return sharedMetres(one, other) <= MOST_SHARED * fastest.metres(weights.roads());
    }

    /** How far two ways lead along the same roads in the same direction. */
    double sharedMetres(Driveway one, Driveway other) {
        Set<Integer> roads = new HashSet<>();
        for (int key : other.keys()) roads.add(network.twins().original(key));
        double shared = 0;
        for (int i = 0; i < one.keys().size(); i++) {
            int key = one.keys().get(i);
            if (roads.contains(network.twins().original(key)))
                shared += one.share(i) * weights.roads().metres(key);
        }
        return shared;
    }
}
