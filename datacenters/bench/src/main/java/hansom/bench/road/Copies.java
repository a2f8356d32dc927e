package hansom.bench.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.PMap;
import hansom.geo.hierarchy.Streets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The roads of a map several times over, side by side in two rows and joined by roads from copy to copy: a larger map than is to be had, with the
 * streets of a real one. Stretches are known as on the map itself, those of the next copy after them, and those that join in the end.
 */
final class Copies {
    private static final double METRES_A_DEGREE = 111_195;
    private static final int JOINS = 40;
    private static final double JOIN_METRES_A_SECOND = 20;
    private static final int NEVER = -1;

    private final BaseGraph graph;
    private final Weighting weighting;
    private final int copies;
    private final int edges;
    private final int nodes;
    private final double[] x;
    private final double[] y;
    private final int[] millis;
    /** The ends of the roads that join, by node of all copies. */
    private final int[] from;

    private final int[] to;
    private long[] pairs = new long[1 << 20];
    private int[] costs = new int[1 << 20];
    private int steps;

    Copies(GraphHopper hopper, int copies) {
        this.graph = hopper.getBaseGraph();
        this.weighting = hopper.createWeighting(hopper.getProfile("car"), new PMap());
        this.copies = copies;
        this.edges = graph.getEdges();
        this.nodes = graph.getNodes();
        this.x = new double[nodes * copies];
        this.y = new double[nodes * copies];
        place();
        int joined = copies / 2 * JOINS + (copies - 2) * JOINS;
        this.from = new int[joined];
        this.to = new int[joined];
        join();
        this.millis = new int[2 * edges];
        for (int key = 0; key < millis.length; key++)
            millis[key] = millis(weighting.calcEdgeWeight(graph.getEdgeIteratorStateForKey(key), false));
        link();
    }

    private static int millis(double seconds) {
        return Double.isFinite(seconds) ? (int) Math.max(1, Math.round(seconds * 1000)) : NEVER;
    }

    private void place() {
        NodeAccess at = graph.getNodeAccess();
        double narrow = Math.cos(Math.toRadians((graph.getBounds().minLat + graph.getBounds().maxLat) / 2));
        double width = (graph.getBounds().maxLon - graph.getBounds().minLon) * narrow * METRES_A_DEGREE;
        double height = (graph.getBounds().maxLat - graph.getBounds().minLat) * METRES_A_DEGREE;
        for (int copy = 0; copy < copies; copy++) {
            int column = copy / 2;
            int row = copy % 2;
            for (int node = 0; node < nodes; node++) {
                x[copy * nodes + node] = at.getLon(node) * narrow * METRES_A_DEGREE + column * width;
                y[copy * nodes + node] = at.getLat(node) * METRES_A_DEGREE + row * height;
            }
        }
    }

    /** From the outermost junctions on one side of a copy to those on the other side of the next. */
    private void join() {
        int joined = 0;
        for (int copy = 0; copy < copies; copy++) {
            if (copy % 2 == 0) joined = join(copy, copy + 1, y, x, joined);
            if (copy + 2 < copies) joined = join(copy, copy + 2, x, y, joined);
        }
    }

    private int join(int copy, int next, double[] along, double[] across, int first) {
        int[] outer = outermost(copy, along, 1);
        int[] inner = outermost(next, along, -1);
        int[] near = sorted(outer, across);
        int[] far = sorted(inner, across);
        for (int i = 0; i < JOINS; i++) {
            from[first + i] = near[i];
            to[first + i] = far[i];
        }
        return first + JOINS;
    }

    private int[] outermost(int copy, double[] along, int side) {
        return IntStream.range(copy * nodes, (copy + 1) * nodes)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> -side * along[node]))
                .limit(JOINS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] sorted(int[] all, double[] by) {
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> by[node]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Which stretch may follow which, and what it costs from beginning to beginning. */
    private void link() {
        EdgeExplorer around = graph.createEdgeExplorer();
        int[][] leaving = new int[nodes][];
        for (int key = 0; key < millis.length; key++) {
            if (millis[key] == NEVER) continue;
            EdgeIteratorState edge = graph.getEdgeIteratorStateForKey(key);
            int base = edge.getBaseNode();
            int[] known = leaving[base] == null ? new int[0] : leaving[base];
            leaving[base] = Arrays.copyOf(known, known.length + 1);
            leaving[base][known.length] = key;
            EdgeIterator before = around.setBaseNode(base);
            while (before.next()) {
                int into = GHUtility.reverseEdgeKey(before.getEdgeKey());
                double turn = weighting.calcTurnWeight(before.getEdge(), base, edge.getEdge());
                if (into == key || millis[into] == NEVER || !Double.isFinite(turn)) continue;
                for (int copy = 0; copy < copies; copy++)
                    step(shifted(into, copy), shifted(key, copy), millis[into] + (int) Math.round(turn * 1000));
            }
        }
        for (int join = 0; join < from.length; join++) {
            int key = 2 * (edges * copies + join);
            int cost = (int) (1000
                    * Math.hypot(x[from[join]] - x[to[join]], y[from[join]] - y[to[join]])
                    / JOIN_METRES_A_SECOND);
            meet(key, to[join], cost, leaving);
            meet(key + 1, from[join], cost, leaving);
        }
    }

    /** A road that joins ends at a junction, and may be left and come onto there in every direction. */
    private void meet(int key, int node, int cost, int[][] leaving) {
        int copy = node / nodes;
        int[] keys = leaving[node % nodes];
        if (keys == null) return;
        for (int out : keys) {
            step(key, shifted(out, copy), cost + 1);
            int in = out ^ 1;
            if (millis[in] != NEVER) step(shifted(in, copy), key ^ 1, millis[in]);
        }
    }

    private int shifted(int key, int copy) {
        return key + 2 * edges * copy;
    }

    private void step(int tail, int head, int cost) {
        if (steps == pairs.length) {
            pairs = Arrays.copyOf(pairs, steps * 2);
            costs = Arrays.copyOf(costs, steps * 2);
        }
        pairs[steps] = (long) tail << 32 | head;
        costs[steps++] = cost;
    }

    Streets streets() {
        int all = edges * copies + from.length;
        int[] tail = new int[all];
        int[] head = new int[all];
        for (int edge = 0; edge < edges; edge++) {
            EdgeIteratorState state = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            for (int copy = 0; copy < copies; copy++) {
                tail[copy * edges + edge] = copy * nodes + state.getBaseNode();
                head[copy * edges + edge] = copy * nodes + state.getAdjNode();
            }
        }
        System.arraycopy(from, 0, tail, edges * copies, from.length);
        System.arraycopy(to, 0, head, edges * copies, to.length);
        return new Streets(tail, head, x, y);
    }

    int keys() {
        return 2 * (edges * copies + from.length);
    }

    /** Whether a car may drive this stretch. */
    boolean drivable(int key) {
        return key >= 2 * edges * copies || millis[key % (2 * edges)] != NEVER;
    }

    /** Each step, {@code tail << 32 | head}, and beside it what it costs in milliseconds. */
    long[] pairs() {
        return Arrays.copyOf(pairs, steps);
    }

    int cost(int step) {
        return costs[step];
    }
}
