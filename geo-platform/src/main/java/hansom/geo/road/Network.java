package hansom.geo.road;

import hansom.geo.hierarchy.Hierarchy;
import hansom.geo.hierarchy.Metric;
import hansom.geo.hierarchy.Steps;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntBinaryOperator;

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
        Arcs roads = roads(profile);
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
    Weights weights(String profile, BitSet closed, Paces paces) {
        Arcs roads = roads(profile);
        int[] millis = millis(profile, paces::millis);
        int[] costs = costs(profile).clone();
        Steps steps = hierarchy.steps();
        for (int key = 0; key < hierarchy.size(); key++) {
            int slower = millis[key] - roads.millis(key);
            boolean open = !closed.get(key / 2);
            if (slower == 0 && closed.isEmpty()) continue;
            for (int step = steps.first(key); step < steps.first(key + 1); step++) {
                if (costs[step] >= Metric.NEVER) continue;
                costs[step] = open && closed.get(steps.head(step) / 2) ? Metric.NEVER : costs[step] + slower;
            }
        }
        return new Weights(roads, millis, millis(profile, paces::usualMillis), closed, Metric.of(hierarchy, costs));
    }

    /** Whoever is not a car is no faster than cars are now, and no faster than he may be. */
    private int[] millis(String profile, IntBinaryOperator paced) {
        Arcs roads = roads(profile);
        Arcs cars = roads(RoadLayer.CAR);
        int[] millis = new int[roads.keys()];
        for (int key = 0; key < millis.length; key++) {
            int own = roads.millis(key);
            int car = cars.millis(key);
            if (own == Arcs.NEVER || roads.equals(cars)) millis[key] = paced.applyAsInt(key, own);
            else millis[key] = car == Arcs.NEVER ? own : Math.max(own, paced.applyAsInt(key, car));
        }
        return millis;
    }

    Arcs roads(String profile) {
        Arcs roads = arcs.get(profile);
        if (roads == null) throw new IllegalArgumentException("there is no profile " + profile);
        return roads;
    }
}
