package hansom.geo.road;

import hansom.geo.hierarchy.Hierarchy;
import hansom.geo.hierarchy.Metric;
import hansom.geo.hierarchy.Steps;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hierarchy of directed stretches that any vehicle may use, and what each step from one to the next costs each of them. */
final class Network {
    private final Hierarchy hierarchy;
    private final Map<String, Arcs> arcs;
    private final Map<String, int[]> open = new ConcurrentHashMap<>();

    /** {@code order} names the keys of all stretches, the least important first. */
    Network(Map<String, Arcs> arcs, int[] order) {
        this.arcs = arcs;
        this.hierarchy = Hierarchy.of(Steps.of(order.length, pairs(arcs.values())), order);
    }

    private static long[] pairs(Collection<Arcs> all) {
        return all.stream().flatMapToLong(Arcs::steps).toArray();
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** From beginning to beginning of two stretches that follow each other, in milliseconds, the turn included, while nothing is closed. */
    int[] costs(String profile) {
        return open.computeIfAbsent(profile, this::reckoned);
    }

    private int[] reckoned(String profile) {
        Arcs roads = arcs.get(profile);
        if (roads == null) throw new IllegalArgumentException("there is no profile " + profile);
        Steps steps = hierarchy.steps();
        int[] costs = new int[steps.size()];
        Arrays.fill(costs, Metric.NEVER);
        for (int key = 0; key < roads.keys(); key++)
            for (int arc = roads.firstInto(key); arc < roads.endInto(key); arc++) {
                int from = roads.from(arc);
                if (from != key) costs[steps.between(from, key)] = roads.millis(from) + roads.turnMillis(arc);
            }
        return costs;
    }

    /** No step leads from an open stretch onto a closed one; who is among closed ones may leave. */
    Metric metric(String profile, BitSet closed) {
        Steps steps = hierarchy.steps();
        int[] costs = costs(profile).clone();
        for (int key = 0; !closed.isEmpty() && key < hierarchy.size(); key++) {
            if (closed.get(key / 2)) continue;
            for (int step = steps.first(key); step < steps.first(key + 1); step++)
                if (closed.get(steps.head(step) / 2)) costs[step] = Metric.NEVER;
        }
        return Metric.of(hierarchy, costs);
    }
}
