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
        for (int i = 0; i < nodes.length; i++) offer(hierarchy.rank[nodes[i]], costs[i]);
        for (int seed : nodes) climb(hierarchy.rank[seed]);
    }

    private Metric metric() {
        if (metric == null) throw new IllegalStateException("there is no target yet");
        return metric;
    }

    private void offer(int v, int offered) {
        if (mark[v] != 2 * round) {
            mark[v] = 2 * round;
            cost[v] = offered;
        } else if (offered < cost[v]) {
            cost[v] = offered;
        }
    }

    /** Later seeds pass over what earlier ones did, with costs that are less or the same. */
    private void climb(int seed) {
        Hierarchy h = hierarchy;
        int[] down = metric().down;
        for (int v = seed; ; v = h.parent(v)) {
            if (mark[v] == 2 * round)
                for (int arc = h.firstUp[v]; arc < h.firstUp[v + 1]; arc++) {
                    int offered = down[arc] + cost[v];
                    if (offered < Metric.NEVER) offer(h.up[arc], offered);
                }
            if (h.isRoot(v)) return;
        }
    }

    /** The least cost from this node to the target; {@link Metric#NEVER} or more when there is no way. */
    public int from(int node) {
        Hierarchy h = hierarchy;
        int length = 0;
        for (int v = h.rank[node]; mark[v] != 2 * round + 1; v = h.parent(v)) {
            path[length++] = v;
            if (h.isRoot(v)) break;
        }
        while (length > 0) settle(path[--length]);
        return cost[h.rank[node]];
    }

    private void settle(int v) {
        Hierarchy h = hierarchy;
        int[] up = metric().up;
        int least = mark[v] == 2 * round ? cost[v] : Metric.NEVER;
        for (int arc = h.firstUp[v]; arc < h.firstUp[v + 1]; arc++) least = Math.min(least, up[arc] + cost[h.up[arc]]);
        cost[v] = least;
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
        for (int arc = h.firstUp[v]; arc < h.firstUp[v + 1]; arc++) {
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
