package hansom.geo.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On seeded random networks: what the hierarchy answers is what a plain search finds, to the millisecond, whatever the weights. */
class HierarchyTest {

    @Test
    void agreesWithAPlainSearchOnRandomNetworks() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Network network = Network.random(random, 5 + random.nextInt(60));
            Hierarchy hierarchy = Hierarchy.of(network.steps(), network.order());
            for (int change = 0; change < 3; change++) {
                int[] costs = network.costs(random);
                Metric metric = Metric.of(hierarchy, costs);
                Finder finder = new Finder(metric.hierarchy);
                for (int target = 0; target < network.nodes(); target++) {
                    int[] plain = network.plain(costs, target);
                    int goal = target;
                    finder.to(metric, new int[] {goal}, new int[] {0}, ways -> {
                        for (int from = 0; from < network.nodes(); from++) {
                            assertThat(ways.from(from))
                                    .as("from %d to %d", from, goal)
                                    .isEqualTo(plain[from]);
                            checkWay(network, costs, ways.way(from), from, goal, plain[from]);
                        }
                        return null;
                    });
                }
            }
        }
    }

    private static void checkWay(Network network, int[] costs, int[] way, int from, int to, int cost) {
        if (cost == Metric.NEVER) {
            assertThat(way).isEmpty();
            return;
        }
        assertThat(way[0]).isEqualTo(from);
        assertThat(way[way.length - 1]).isEqualTo(to);
        int sum = 0;
        for (int i = 0; i + 1 < way.length; i++) {
            int step = network.steps().between(way[i], way[i + 1]);
            assertThat(step).as("a step").isNotNegative();
            sum += costs[step];
        }
        assertThat(sum).isEqualTo(cost);
    }

    @Test
    void keepsJustTheArcsThatCanBeDriven() {
        Network network = Network.random(new Random(9), 60);
        Hierarchy hierarchy = Hierarchy.of(network.steps(), network.order());
        Metric open = Metric.of(hierarchy, new int[network.steps().size()]);
        int oneWay = 0;
        for (int v = 0; v < hierarchy.size(); v++)
            for (int arc = hierarchy.firstUp[v]; arc < hierarchy.firstUp[v + 1]; arc++) {
                boolean up = arc < hierarchy.firstOnlyDown[v];
                boolean down = arc >= hierarchy.firstBoth[v];
                assertThat(up || down).isTrue();
                assertThat(open.up[arc] < Metric.NEVER).isEqualTo(up);
                assertThat(open.down[arc] < Metric.NEVER).isEqualTo(down);
                if (up != down) oneWay++;
            }
        assertThat(oneWay).isPositive();
    }

    @Test
    void reachesATargetFromSeveralOfItsNodes() {
        Random random = new Random(5);
        Network network = Network.random(random, 50);
        int[] costs = network.costs(random);
        Metric metric = Metric.of(Hierarchy.of(network.steps(), network.order()), costs);
        int[] one = network.plain(costs, 3);
        int[] other = network.plain(costs, 40);
        new Finder(metric.hierarchy).to(metric, new int[] {3, 40}, new int[] {700, 20}, ways -> {
            for (int from = 0; from < network.nodes(); from++)
                assertThat(ways.from(from))
                        .isEqualTo(Math.min(Metric.NEVER, Math.min(one[from] + 700, other[from] + 20)));
            return null;
        });
    }

    @Test
    void ordersEveryEdgeOnce() {
        Network network = Network.random(new Random(1), 200);
        int[] order = Dissection.order(network.streets());
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, network.streets().edges()).toArray());
    }

    /** On a ladder of 2 × 300 nodes no cut needs more than two edges, so the tree stays flat whatever its length. */
    @Test
    void cutsWhereAStreetPlanIsNarrow() {
        int length = 300;
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            edges.add(new int[] {2 * i, 2 * i + 1});
            if (i + 1 == length) break;
            edges.add(new int[] {2 * i, 2 * i + 2});
            edges.add(new int[] {2 * i + 1, 2 * i + 3});
        }
        Network network = Network.of(
                edges,
                IntStream.range(0, 2 * length)
                        .mapToDouble(node -> 100.0 * (node / 2))
                        .toArray(),
                IntStream.range(0, 2 * length)
                        .mapToDouble(node -> 100.0 * (node % 2))
                        .toArray());
        Hierarchy hierarchy = Hierarchy.of(network.steps(), network.order());
        assertThat(hierarchy.deepest).isLessThan(80);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Network network = Network.random(new Random(2), 20);
        Hierarchy hierarchy = Hierarchy.of(network.steps(), network.order());
        assertThatThrownBy(() -> Metric.of(hierarchy, new int[1])).hasMessageContaining("1 costs for");
        assertThatThrownBy(() -> Hierarchy.of(network.steps(), new int[] {0})).hasMessageContaining("an order of 1");
        int[] twice = network.order();
        twice[1] = twice[0];
        assertThatThrownBy(() -> Hierarchy.of(network.steps(), twice)).hasMessageContaining("twice");
    }

    /** Streets that may be driven both ways, and the steps from one to the next: a node of the search is a street in one direction. */
    private record Network(Streets streets, Steps steps) {

        static Network random(Random random, int junctions) {
            double[] x = random.doubles(junctions, 0, 1000).toArray();
            double[] y = random.doubles(junctions, 0, 1000).toArray();
            List<int[]> edges = new ArrayList<>();
            for (int i = 0; i < junctions * 2; i++)
                edges.add(new int[] {random.nextInt(junctions), random.nextInt(junctions)});
            return of(edges, x, y);
        }

        static Network of(List<int[]> edges, double[] x, double[] y) {
            int[] tail = edges.stream().mapToInt(edge -> edge[0]).toArray();
            int[] head = edges.stream().mapToInt(edge -> edge[1]).toArray();
            Map<Integer, Set<Integer>> leaving = new HashMap<>();
            for (int key = 0; key < 2 * tail.length; key++)
                leaving.computeIfAbsent(key % 2 == 0 ? tail[key / 2] : head[key / 2], _ -> new HashSet<>())
                        .add(key);
            List<Long> pairs = new ArrayList<>();
            for (int key = 0; key < 2 * tail.length; key++)
                for (int next : leaving.getOrDefault(key % 2 == 0 ? head[key / 2] : tail[key / 2], Set.of()))
                    pairs.add((long) key << 32 | next);
            return new Network(
                    new Streets(tail, head, x, y),
                    Steps.of(
                            2 * tail.length,
                            pairs.stream().mapToLong(Long::longValue).toArray()));
        }

        int nodes() {
            return 2 * streets.edges();
        }

        int[] order() {
            return Arrays.stream(Dissection.order(streets))
                    .flatMap(edge -> IntStream.of(2 * edge, 2 * edge + 1))
                    .toArray();
        }

        /** One in eight steps is not allowed. */
        int[] costs(Random random) {
            return IntStream.range(0, steps.size())
                    .map(_ -> random.nextInt(8) == 0 ? Metric.NEVER : 1 + random.nextInt(1000))
                    .toArray();
        }

        int[] plain(int[] costs, int target) {
            int[] least = new int[nodes()];
            Arrays.fill(least, Metric.NEVER);
            least[target] = 0;
            PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> Integer.compare(a[1], b[1]));
            queue.add(new int[] {target, 0});
            while (!queue.isEmpty()) {
                int[] label = queue.remove();
                if (label[1] > least[label[0]]) continue;
                for (int from = 0; from < nodes(); from++) {
                    int step = steps.between(from, label[0]);
                    if (step < 0 || costs[step] == Metric.NEVER || label[1] + costs[step] >= least[from]) continue;
                    least[from] = label[1] + costs[step];
                    queue.add(new int[] {from, least[from]});
                }
            }
            return least;
        }
    }
}
