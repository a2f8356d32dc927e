package hansom.geo.road;

import hansom.contract.geo.Distance;
import hansom.geo.hierarchy.Metric;
import hansom.geo.hierarchy.Steps;
import hansom.geo.hierarchy.Ways;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The fastest ways to one place from wherever they are asked for, in whichever direction a car there is better turned. */
final class WaysTo {
    private final Ways ways;
    private final Metric metric;
    private final Arcs roads;
    private final Foothold target;

    WaysTo(Ways ways, Metric metric, Arcs roads, Foothold target) {
        this.ways = ways;
        this.metric = metric;
        this.roads = roads;
        this.target = target;
    }

    /** How long it takes from there; empty when no way leads here. */
    Optional<Duration> timeFrom(Stand start) {
        int least = millis(better(start));
        return least >= Metric.NEVER ? Optional.empty() : Optional.of(Duration.ofMillis(least));
    }

    /** How long and how far it is from there. */
    Optional<Travel> from(Stand start) {
        Foothold better = better(start);
        int millis = millis(better);
        if (millis >= Metric.NEVER) return Optional.empty();
        return Optional.of(
                new Travel(Duration.ofMillis(millis), Distance.ofMetres(Math.max(0, Math.round(metres(better))))));
    }

    private Foothold better(Stand start) {
        Foothold along = start.place();
        return start.moves() || millis(along) <= millis(along.turned()) ? along : along.turned();
    }

    private int millis(Foothold start) {
        int key = start.key();
        if (roads.millis(key) == Arcs.NEVER) return Metric.NEVER;
        int whole = isPast(start) ? around(key, this::costThrough, Metric.NEVER) : ways.from(key);
        return whole >= Metric.NEVER ? Metric.NEVER : Math.max(0, whole - roads.millisInto(start));
    }

    /** Where the target lies behind on the very stretch, it is the shortest real way round that counts. */
    private boolean isPast(Foothold start) {
        return start.key() / 2 == target.key() / 2 && turnedLike(start.key()).share() < start.share();
    }

    private Foothold turnedLike(int key) {
        return key == target.key() ? target : target.turned();
    }

    private int costThrough(int step) {
        int cost = metric.cost(step);
        return cost >= Metric.NEVER ? Metric.NEVER : Math.min(Metric.NEVER, cost + ways.from(steps().head(step)));
    }

    /** Of all steps that leave a stretch, the least of what is asked about each. */
    private int around(int key, IntUnaryOperator asked, int most) {
        int least = most;
        for (int step = steps().first(key); step < steps().first(key + 1); step++)
            least = Math.min(least, asked.applyAsInt(step));
        return least;
    }

    private Steps steps() {
        return metric.hierarchy().steps();
    }

    private double metres(Foothold start) {
        int key = start.key();
        if (!isPast(start)) return metres(ways.way(key)) - roads.metresInto(start);
        int least = around(key, this::costThrough, Metric.NEVER);
        for (int step = steps().first(key); step < steps().first(key + 1); step++)
            if (costThrough(step) == least)
                return roads.metres(key) + metres(ways.way(steps().head(step))) - roads.metresInto(start);
        throw new IllegalStateException("a way round that no step begins");
    }

    private double metres(int[] keys) {
        double metres = 0;
        for (int i = 0; i + 1 < keys.length; i++) metres += roads.metres(keys[i]);
        return metres + roads.metresInto(turnedLike(keys[keys.length - 1]));
    }
}
