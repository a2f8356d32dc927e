package hansom.geo.hierarchy;

import java.util.Arrays;

/** Turns arcs back into the steps that they stand for, one node after the other. */
final class Unpacking {
    private final Metric metric;
    private final Hierarchy hierarchy;
    private int[] nodes = new int[64];
    private int size;

    Unpacking(Metric metric) {
        this.metric = metric;
        this.hierarchy = metric.hierarchy;
    }

    void begin(int node) {
        add(node);
    }

    int[] nodes() {
        return Arrays.copyOf(nodes, size);
    }

    private void add(int node) {
        if (size == nodes.length) nodes = Arrays.copyOf(nodes, size * 2);
        nodes[size++] = node;
    }

    /** From the lower end to the higher one. */
    void up(int arc) {
        Hierarchy h = hierarchy;
        int step = h.stepUp[arc];
        if (step != Hierarchy.NONE && metric.steps[step] == metric.up[arc]) {
            add(h.node[h.up[arc]]);
            return;
        }
        int other = through(h.lower[arc], h.up[arc], metric.up[arc], true);
        down(below(h.lower[arc], other));
        up(other);
    }

    /** From the higher end to the lower one. */
    void down(int arc) {
        Hierarchy h = hierarchy;
        int step = h.stepDown[arc];
        if (step != Hierarchy.NONE && metric.steps[step] == metric.down[arc]) {
            add(h.node[h.lower[arc]]);
            return;
        }
        int other = through(h.lower[arc], h.up[arc], metric.down[arc], false);
        down(other);
        up(below(h.lower[arc], other));
    }

    /** The arc from the node in between to the higher end, which together with the one to the lower end costs just so much. */
    private int through(int low, int high, int cost, boolean upwards) {
        Hierarchy h = hierarchy;
        for (int i = h.firstDown[low]; i < h.firstDown[low + 1]; i++) {
            int toLow = h.down[i];
            int toHigh = h.arc(h.lower[toLow], high);
            if (toHigh < 0) continue;
            int sum = upwards ? metric.down[toLow] + metric.up[toHigh] : metric.down[toHigh] + metric.up[toLow];
            if (sum == cost) return toHigh;
        }
        throw new IllegalStateException("an arc that nothing stands for");
    }

    private int below(int low, int toHigh) {
        return hierarchy.arc(hierarchy.lower[toHigh], low);
    }
}
