package hansom.geo.hierarchy;

import java.util.Arrays;

/**
 * The customizable contraction hierarchy of a road graph (Dibbelt, Strasser and Wagner, 2016): nodes by rank, and every arc that any
 * shortest way can need, whatever its weights. Built once for a graph and an order of its nodes; {@link Metric}s give it weights.
 */
public final class Hierarchy {
    static final int NONE = -1;

    final Steps steps;
    /** The rank of each node, and the node of each rank. */
    final int[] rank;

    final int[] node;
    /**
     * Arcs to higher ranks, by the lower rank: {@code firstUp} of a rank, {@code up} the ranks they lead to. Those that can only be driven upwards
     * come first; then, from {@code firstBoth} on, those of both directions; then, from {@code firstOnlyDown} on, those of the other. Each of the three is
     * sorted by where it leads; arcs that can be driven in no direction are left out.
     */
    final int[] firstUp;

    final int[] firstBoth;
    final int[] firstOnlyDown;
    final int[] up;
    /** The same arcs by their higher rank: {@code firstDown} of a rank, {@code down} the arcs, {@code lower} where each comes from. */
    final int[] firstDown;

    final int[] down;
    final int[] lower;
    /** The step that an arc stands for upwards and downwards, or {@link #NONE} when it is only a shortcut. */
    final int[] stepUp;

    final int[] stepDown;
    /** The lowest of a rank's higher neighbours, all of which lie on the way from there to the root; {@link #NONE} of a root. */
    final int[] parent;
    /** How many ranks lie above another in the elimination tree at most. */
    final int deepest;

    private Hierarchy(Steps steps, int[] node) {
        this.steps = steps;
        this.node = node;
        this.rank = inverse(node);
        int nodes = node.length;
        int[][] ups = contracted();
        byte[][] ways = Directions.of(steps, rank, ups);
        this.firstUp = new int[nodes + 1];
        this.firstBoth = new int[nodes];
        this.firstOnlyDown = new int[nodes];
        int[] heads = new int[Arrays.stream(ups).mapToInt(own -> own.length).sum()];
        for (int v = 0; v < nodes; v++) {
            firstBoth[v] = put(ups[v], ways[v], Directions.UP, heads, firstUp[v]);
            firstOnlyDown[v] = put(ups[v], ways[v], Directions.UP | Directions.DOWN, heads, firstBoth[v]);
            firstUp[v + 1] = put(ups[v], ways[v], Directions.DOWN, heads, firstOnlyDown[v]);
        }
        this.up = Arrays.copyOf(heads, firstUp[nodes]);
        this.lower = new int[up.length];
        this.firstDown = new int[nodes + 1];
        for (int v = 0; v < nodes; v++)
            for (int arc = firstUp[v]; arc < firstUp[v + 1]; arc++) {
                lower[arc] = v;
                firstDown[up[arc] + 1]++;
            }
        for (int v = 0; v < nodes; v++) firstDown[v + 1] += firstDown[v];
        this.down = new int[up.length];
        int[] next = firstDown.clone();
        for (int arc = 0; arc < up.length; arc++) down[next[up[arc]]++] = arc;
        this.stepUp = filled(up.length);
        this.stepDown = filled(up.length);
        placeSteps();
        this.parent = new int[nodes];
        int[] depth = new int[nodes];
        int most = 0;
        for (int v = nodes - 1; v >= 0; v--) {
            parent[v] = ups[v].length == 0 ? NONE : ups[v][0];
            if (parent[v] != NONE) depth[v] = depth[parent[v]] + 1;
            most = Math.max(most, depth[v]);
        }
        this.deepest = most;
    }

    /** {@code order} names every node once, the least important first; a good one comes from {@link Dissection}. */
    public static Hierarchy of(Steps steps, int[] order) {
        if (order.length != steps.nodes())
            throw new IllegalArgumentException(
                    "an order of %d nodes for a graph of %d".formatted(order.length, steps.nodes()));
        return new Hierarchy(steps, order.clone());
    }

    /** Those of one kind from a place on; tells where the next one would be. */
    private static int put(int[] ups, byte[] ways, int kind, int[] heads, int from) {
        int next = from;
        for (int i = 0; i < ups.length; i++) if (ways[i] == kind) heads[next++] = ups[i];
        return next;
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        Arrays.fill(inverse, NONE);
        for (int i = 0; i < order.length; i++) {
            if (inverse[order[i]] != NONE) throw new IllegalArgumentException("node %d twice".formatted(order[i]));
            inverse[order[i]] = i;
        }
        return inverse;
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Takes out one node after the other; its neighbours of higher rank become neighbours of each other, which the lowest of them passes on. */
    private int[][] contracted() {
        int nodes = node.length;
        int[][] ups = new int[nodes][];
        int[] firstChild = filled(nodes);
        int[] sibling = filled(nodes);
        int[] seenBy = filled(nodes);
        int[] found = new int[64];
        int[][] near = neighbours();
        for (int v = 0; v < nodes; v++) {
            int size = 0;
            seenBy[v] = v;
            for (int child = firstChild[v]; ; child = sibling[child]) {
                int[] from = child == NONE ? near[v] : ups[child];
                if (found.length < size + from.length) found = Arrays.copyOf(found, (size + from.length) * 2);
                for (int w : from) {
                    if (w < v || seenBy[w] == v) continue;
                    seenBy[w] = v;
                    found[size++] = w;
                }
                if (child == NONE) break;
            }
            near[v] = new int[0];
            ups[v] = Arrays.copyOf(found, size);
            Arrays.sort(ups[v]);
            if (size == 0) continue;
            sibling[v] = firstChild[ups[v][0]];
            firstChild[ups[v][0]] = v;
        }
        return ups;
    }

    /** Of each rank, the higher ranks that a step joins it to, in either direction. */
    private int[][] neighbours() {
        int[] count = new int[node.length];
        for (int tail = 0; tail < node.length; tail++)
            for (int step = steps.first(tail); step < steps.first(tail + 1); step++)
                count[Math.min(rank[tail], rank[steps.head(step)])]++;
        int[][] near = new int[node.length][];
        for (int v = 0; v < node.length; v++) near[v] = new int[count[v]];
        for (int tail = 0; tail < node.length; tail++)
            for (int step = steps.first(tail); step < steps.first(tail + 1); step++) {
                int one = rank[tail];
                int other = rank[steps.head(step)];
                int low = Math.min(one, other);
                near[low][--count[low]] = Math.max(one, other);
            }
        return near;
    }

    private void placeSteps() {
        for (int tail = 0; tail < node.length; tail++)
            for (int step = steps.first(tail); step < steps.first(tail + 1); step++) {
                int from = rank[tail];
                int to = rank[steps.head(step)];
                if (from < to) stepUp[arc(from, to)] = step;
                else stepDown[arc(to, from)] = step;
            }
    }

    /** The arc between two ranks; negative where there is none. */
    int arc(int low, int high) {
        int arc = Arrays.binarySearch(up, firstUp[low], firstBoth[low], high);
        if (arc < 0) arc = Arrays.binarySearch(up, firstBoth[low], firstOnlyDown[low], high);
        return arc < 0 ? Arrays.binarySearch(up, firstOnlyDown[low], firstUp[low + 1], high) : arc;
    }

    public Steps steps() {
        return steps;
    }

    /** How many nodes there are. */
    public int size() {
        return node.length;
    }
}
