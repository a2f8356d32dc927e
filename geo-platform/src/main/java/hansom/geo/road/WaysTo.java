package hansom.geo.road;

import hansom.contract.geo.Distance;
import hansom.geo.hierarchy.Metric;
import hansom.geo.hierarchy.Steps;
import hansom.geo.hierarchy.Ways;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fastest ways to one place from wherever they are asked for, in whichever direction a car there may and had better leave. */
final class WaysTo {
    private final Ways ways;
    private final Weights weights;
    private final Twins twins;
    private final Foothold target;

    WaysTo(Ways ways, Weights weights, Twins twins, Foothold target) {
        this.ways = ways;
        this.weights = weights;
        this.twins = twins;
        this.target = target;
    }

    /** How long it takes from there; empty when no way leads here. */
    Optional<Duration> timeFrom(Stand start) {
        int least = millis(best(start));
        return least >= Metric.NEVER ? Optional.empty() : Optional.of(Duration.ofMillis(least));
    }

    Distance distance(Driveway way) {
        return Distance.ofMetres(Math.max(0, Math.round(way.metres(weights.roads()))));
    }

    /** The way from there, stretch by stretch. */
    Optional<Driveway> way(Stand start) {
        Foothold best = best(start);
        int millis = millis(best);
        return millis >= Metric.NEVER
                ? Optional.empty()
                : Optional.of(new Driveway(best, target, keys(best), Duration.ofMillis(millis)));
    }

    private Foothold best(Stand start) {
        Foothold best = start.place();
        int least = millis(best);
        int ways = start.moves() ? 1 : 2;
        for (int way = 0; way < ways; way++) {
            Foothold place = way == 0 ? start.place() : start.place().turned();
            for (int key : twins.keys(place.key())) {
                Foothold twin = new Foothold(key, place.share());
                int millis = millis(twin);
                if (millis >= least) continue;
                least = millis;
                best = twin;
            }
        }
        return best;
    }

    private int millis(Foothold start) {
        int key = start.key();
        if (!weights.drivable(key)) return Metric.NEVER;
        int whole = isPast(start) ? costThrough(leaving(key)) : ways.from(key);
        return whole >= Metric.NEVER ? Metric.NEVER : Math.max(0, whole - weights.millisInto(start));
    }

    /** Where the target lies behind on the very stretch, it is the shortest real way round that counts. */
    private boolean isPast(Foothold start) {
        return twins.original(start.key()) / 2 == twins.original(target.key()) / 2
                && turnedLike(start.key()).share() < start.share();
    }

    private Foothold turnedLike(int key) {
        return (key & 1) == (target.key() & 1) ? target : target.turned();
    }

    /** The best of all steps that leave a stretch, or a negative number when none does. */
    private int leaving(int key) {
        int best = -1;
        for (int step = steps().first(key); step < steps().first(key + 1); step++)
            if (best < 0 || costThrough(step) < costThrough(best)) best = step;
        return best;
    }

    private int costThrough(int step) {
        if (step < 0) return Metric.NEVER;
        int cost = weights.metric().cost(step);
        return cost >= Metric.NEVER ? Metric.NEVER : Math.min(Metric.NEVER, cost + ways.from(steps().head(step)));
    }

    private Steps steps() {
        return weights.metric().hierarchy().steps();
    }

    private int[] keys(Foothold start) {
        int key = start.key();
        if (!isPast(start)) return ways.way(key);
        int[] rest = ways.way(steps().head(leaving(key)));
        return IntStream.concat(IntStream.of(key), IntStream.of(rest)).toArray();
    }
}
