package hansom.geo.hierarchy;

/** Smallest cuts between two ends of a cell, by Dinic's method; every edge carries at most one unit, one way or the other. */
final class Flow {
    private static final int UNREACHED = -1;

    private final Streets streets;
    private final int[] firstAt;
    private final int[] at;
    private final int[] cell;
    private final byte[] flow;
    private final int[] level;
    private final int[] next;
    private final boolean[] sink;
    private final int[] queue;
    private final int[] path;

    Flow(Streets streets, int[] firstAt, int[] at, int[] cell) {
        this.streets = streets;
        this.firstAt = firstAt;
        this.at = at;
        this.cell = cell;
        this.flow = new byte[streets.edges()];
        this.level = new int[streets.nodes()];
        this.next = new int[streets.nodes()];
        this.sink = new boolean[streets.nodes()];
        this.queue = new int[streets.nodes()];
        this.path = new int[streets.nodes() + 1];
    }

    /**
     * How many edges must go so that no way leads from the first {@code outer} of these nodes of one cell to the last {@code outer}; any
     * figure from {@code enough} on once that is known to be reached.
     */
    int between(int[] sorted, int outer, int enough) {
        for (int node : sorted) {
            sink[node] = false;
            for (int i = firstAt[node]; i < firstAt[node + 1]; i++) flow[at[i]] = 0;
        }
        for (int i = sorted.length - outer; i < sorted.length; i++) sink[sorted[i]] = true;
        int total = 0;
        while (total < enough && levels(sorted, outer)) {
            for (int node : sorted) next[node] = firstAt[node];
            for (int i = 0; i < outer; i++) total += saturate(sorted[i]);
        }
        return total;
    }

    /** Puts those nodes first that the near end still reaches, and tells how many they are. */
    int nearFirst(int[] sorted) {
        int[] far = new int[sorted.length];
        int near = 0;
        int others = 0;
        for (int node : sorted)
            if (level[node] == UNREACHED) far[others++] = node;
            else sorted[near++] = node;
        System.arraycopy(far, 0, sorted, near, others);
        return near;
    }

    private boolean levels(int[] sorted, int outer) {
        for (int node : sorted) level[node] = UNREACHED;
        int filled = 0;
        for (int i = 0; i < outer; i++) {
            level[sorted[i]] = 0;
            queue[filled++] = sorted[i];
        }
        boolean reached = false;
        for (int i = 0; i < filled; i++) {
            int node = queue[i];
            if (sink[node]) {
                reached = true;
                continue;
            }
            for (int j = firstAt[node]; j < firstAt[node + 1]; j++) {
                int other = open(at[j], node);
                if (other == UNREACHED || level[other] != UNREACHED) continue;
                level[other] = level[node] + 1;
                queue[filled++] = other;
            }
        }
        return reached;
    }

    /** The node at the other end, if the edge stays within the cell and can still carry something that way. */
    private int open(int edge, int from) {
        boolean along = streets.tail[edge] == from;
        int other = along ? streets.head[edge] : streets.tail[edge];
        if (cell[other] != cell[from]) return UNREACHED;
        return (along ? flow[edge] < 1 : flow[edge] > -1) ? other : UNREACHED;
    }

    /** Sends as much as possible from a source, one unit a path, each step a level further. */
    private int saturate(int source) {
        int sent = 0;
        int steps = 0;
        int node = source;
        while (true) {
            if (sink[node]) {
                for (int i = 0; i < steps; i++) carry(path[i], i == 0 ? source : queue[i - 1]);
                sent++;
                steps = 0;
                node = source;
                continue;
            }
            int edge = step(node);
            if (edge != UNREACHED) {
                path[steps] = edge;
                node = open(edge, node);
                queue[steps++] = node;
            } else if (steps == 0) {
                return sent;
            } else {
                steps--;
                node = steps == 0 ? source : queue[steps - 1];
                next[node]++;
            }
        }
    }

    private void carry(int edge, int from) {
        flow[edge] += (byte) (streets.tail[edge] == from ? 1 : -1);
    }

    private int step(int node) {
        for (; next[node] < firstAt[node + 1]; next[node]++) {
            int edge = at[next[node]];
            int other = open(edge, node);
            if (other != UNREACHED && level[other] == level[node] + 1) return edge;
        }
        return UNREACHED;
    }
}
