package hansom.geo.hierarchy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to come from many nodes to one target: what leads there from above is worked out once, each node below only when it is
 * asked for, and once (as in "RPHAST", Delling, Goldberg and Werneck, 2011, on the elimination tree). For one thread; used again and again,
 * for it is as large as the graph.
 */
public final class Ways {
    private final Hierarchy hierarchy;
    private @Nullable Metric metric;
    private final int[] cost;
    /** Twice the round in which the cost was written, and one more once it is final. */
    private final int[] mark;

    private final int[] path;
    private int round;

    Ways(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.cost = new int[hierarchy.node.length];
        this.mark = new int[hierarchy.node.length];
        this.path = new int[hierarchy.deepest + 1];
    }

    /** Begins anew, for a target that is reached from each of these nodes at the cost beside it. */
    void target(Metric searched, int[] nodes, int[] costs) {
        if (searched.hierarchy != hierarchy) throw new IllegalArgumentException("a metric of another hierarchy");
        metric = searched;
        if (round == Integer.MAX_VALUE / 2 - 1) {
            Arrays.fill(mark, 0);
            round = 0;
        }
        round++;
        int[] ends = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) ends[i] = open(hierarchy.rank[nodes[i]]);
        for (int i = 0; i < nodes.length; i++) {
            int v = hierarchy.rank[nodes[i]];
            cost[v] = Math.min(cost[v], costs[i]);
        }
        for (int i = nodes.length - 1; i >= 0; i--) climb(hierarchy.rank[nodes[i]], ends[i]);
    }

    private Metric metric() {
        if (metric == null) throw new IllegalStateException("there is no target yet");
        return metric;
    }

    /** Everything above a node that no other has opened before, and where it meets what another has. */
    private int open(int seed) {
        int v = seed;
        for (; v != Hierarchy.NONE && mark[v] != 2 * round; v = hierarchy.parent[v]) {
            mark[v] = 2 * round;
            cost[v] = Metric.NEVER;
        }
        return v;
    }

    /** All that lies above a node is open; what was opened later passes its costs on earlier, so each node is passed once. */
    private void climb(int seed, int end) {
        Hierarchy h = hierarchy;
        int[] down = metric().down;
        for (int v = seed; v != end; v = h.parent[v]) {
            int own = cost[v];
            if (own >= Metric.NEVER) continue;
            int last = h.firstUp[v + 1];
            for (int arc = h.firstBoth[v]; arc < last; arc++) {
                int offered = down[arc] + own;
                int w = h.up[arc];
                if (offered < cost[w]) cost[w] = offered;
            }
        }
    }

    /** The least cost from this node to the target; {@link Metric#NEVER} or more when there is no way. */
    public int from(int node) {
        Hierarchy h = hierarchy;
        int length = 0;
        for (int v = h.rank[node]; v != Hierarchy.NONE && mark[v] != 2 * round + 1; v = h.parent[v]) path[length++] = v;
        while (length > 0) settle(path[--length]);
        return cost[h.rank[node]];
    }

    private void settle(int v) {
        Hierarchy h = hierarchy;
        int[] up = metric().up;
        int[] heads = h.up;
        int[] known = cost;
        int least = mark[v] == 2 * round ? known[v] : Metric.NEVER;
        int last = h.firstOnlyDown[v];
        for (int arc = h.firstUp[v]; arc < last; arc++) least = Math.min(least, up[arc] + known[heads[arc]]);
        known[v] = least;
        mark[v] = 2 * round + 1;
    }

    /** The nodes of a way of least cost from this node to the nearest of the target's, both included; empty when there is none. */
    public int[] way(int node) {
        if (from(node) >= Metric.NEVER) return new int[0];
        Unpacking unpacking = new Unpacking(metric());
        unpacking.begin(node);
        for (int v = hierarchy.rank[node]; v != Hierarchy.NONE; ) v = follow(v, unpacking);
        return unpacking.nodes();
    }

    /** One arc further on a way of least cost, its nodes handed over; {@link Hierarchy#NONE} at the end. Every step costs something, so no node comes twice. */
    private int follow(int v, Unpacking unpacking) {
        Hierarchy h = hierarchy;
        for (int arc = h.firstUp[v]; arc < h.firstOnlyDown[v]; arc++) {
            int w = h.up[arc];
            if (!isKnown(w) || metric().up[arc] + cost[w] != cost[v]) continue;
            unpacking.up(arc);
            return w;
        }
        for (int i = h.firstDown[v]; i < h.firstDown[v + 1]; i++) {
            int arc = h.down[i];
            int w = h.lower[arc];
            if (!isKnown(w) || metric().down[arc] + cost[w] != cost[v]) continue;
            unpacking.down(arc);
            return w;
        }
        return Hierarchy.NONE;
    }

    private boolean isKnown(int v) {
        return mark[v] >> 1 == round;
    }
}
