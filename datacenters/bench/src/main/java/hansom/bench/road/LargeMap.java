package hansom.bench.road;

import hansom.geo.hierarchy.Dissection;
import hansom.geo.hierarchy.Finder;
import hansom.geo.hierarchy.Hierarchy;
import hansom.geo.hierarchy.Metric;
import hansom.geo.hierarchy.Steps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** The hierarchy of a map several times over: what it takes to order it, to give it weights and to ask it, and whether its answers are right. */
public final class LargeMap {
    private static final int DRIVERS = 100;
    private static final int CUSTOMISED = 5;

    private final Copies roads;
    private final Hierarchy hierarchy;
    private final int[] costs;
    private final int[] firstIn;
    private final int[] tail;
    private final int[] in;
    private final double orderSeconds;
    private final double megabytes;

    /** Milliseconds of processor time for new weights, microseconds for a table, and how many of so many answers differ from a plain search. */
    public record Result(
            int stretches,
            double orderSeconds,
            double megabytes,
            double customiseMillis,
            double tableMicros,
            int compared,
            int wrong) {}

    public LargeMap(OpenMap map, int copies) {
        this.roads = new Copies(map.hopper(), copies);
        long before = used();
        long begun = Processor.nanos();
        int[] order = order();
        this.orderSeconds = (Processor.nanos() - begun) / 1e9;
        long[] pairs = roads.pairs();
        Steps steps = Steps.of(roads.keys(), pairs);
        this.costs = new int[steps.size()];
        Arrays.fill(costs, Metric.NEVER);
        for (int i = 0; i < pairs.length; i++)
            costs[steps.between((int) (pairs[i] >>> 32), (int) pairs[i])] = roads.cost(i);
        this.hierarchy = Hierarchy.of(steps, order);
        this.megabytes = (used() - before) / 1e6;
        this.firstIn = new int[roads.keys() + 1];
        this.tail = new int[steps.size()];
        this.in = new int[steps.size()];
        turnRound(steps);
    }

    private int[] order() {
        int[] order = new int[roads.keys()];
        int next = 0;
        for (int edge : Dissection.order(roads.streets())) {
            order[next++] = 2 * edge;
            order[next++] = 2 * edge + 1;
        }
        return order;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** So many tables of drivers anywhere on it; a few of them are compared. */
    public Result measured(int tables, int compared, RandomGenerator random) {
        Metric metric = Metric.of(hierarchy, costs);
        long begun = Processor.nanos();
        for (int i = 0; i < CUSTOMISED; i++) metric = Metric.of(hierarchy, costs);
        double customise = (Processor.nanos() - begun) / 1e6 / CUSTOMISED;
        Finder finder = new Finder(hierarchy);
        for (int i = 0; i < tables / 5; i++) answers(finder, metric, drawn(random));
        int[][] drawn = new int[tables][];
        for (int i = 0; i < tables; i++) drawn[i] = drawn(random);
        begun = Processor.nanos();
        for (int[] table : drawn) answers(finder, metric, table);
        double table = (Processor.nanos() - begun) / 1e3 / tables;
        int wrong = 0;
        for (int i = 0; i < compared; i++) {
            int[] fast = answers(finder, metric, drawn[i]);
            int[] plain = plainly(drawn[i]);
            for (int j = 0; j < fast.length; j++) if (fast[j] != plain[j]) wrong++;
        }
        return new Result(hierarchy.size(), orderSeconds, megabytes, customise, table, compared * DRIVERS, wrong);
    }

    /** A pick-up and its drivers. */
    private int[] drawn(RandomGenerator random) {
        int[] keys = new int[DRIVERS + 1];
        for (int i = 0; i < keys.length; i++)
            do keys[i] = random.nextInt(roads.keys());
            while (!roads.drivable(keys[i]));
        return keys;
    }

    private static int[] answers(Finder finder, Metric metric, int[] table) {
        return finder.to(metric, new int[] {table[0]}, new int[] {0}, ways -> {
            int[] times = new int[table.length - 1];
            for (int i = 0; i < times.length; i++) times[i] = Math.min(Metric.NEVER, ways.from(table[i + 1]));
            return times;
        });
    }

    private record Label(int cost, int node) {}

    /** From the pick-up backwards, on the steps alone (Dijkstra, 1959). */
    private int[] plainly(int[] table) {
        int[] cost = new int[hierarchy.size()];
        Arrays.fill(cost, Metric.NEVER);
        PriorityQueue<Label> queue = new PriorityQueue<>(Comparator.comparingInt(Label::cost));
        cost[table[0]] = 0;
        queue.add(new Label(0, table[0]));
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            if (label.cost > cost[label.node]) continue;
            for (int i = firstIn[label.node]; i < firstIn[label.node + 1]; i++) {
                int reached = label.cost + costs[in[i]];
                if (reached >= cost[tail[i]]) continue;
                cost[tail[i]] = reached;
                queue.add(new Label(reached, tail[i]));
            }
        }
        return Arrays.stream(table, 1, table.length).map(driver -> cost[driver]).toArray();
    }

    /** The steps by where they lead, for the plain search. */
    private void turnRound(Steps steps) {
        for (int step = 0; step < steps.size(); step++) firstIn[steps.head(step) + 1]++;
        for (int node = 0; node + 1 < firstIn.length; node++) firstIn[node + 1] += firstIn[node];
        int[] next = firstIn.clone();
        for (int node = 0; node + 1 < firstIn.length; node++)
            for (int step = steps.first(node); step < steps.first(node + 1); step++) {
                int at = next[steps.head(step)]++;
                tail[at] = node;
                in[at] = step;
            }
    }
}
