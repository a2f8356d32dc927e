package hansom.geo.hierarchy;

import java.util.Arrays;

/**
 * Orders the edges of a plane graph by nested dissection: the few edges whose removal parts it into two come last, before them those that
 * part each half, and so on. Cuts are found as in "inertial flow" (Schild and Sommer, 2015): a smallest cut between the outermost quarters
 * of the nodes along each of four directions, the smallest of these four.
 */
public final class Dissection {
    private static final double OUTERMOST = 0.25;
    private static final double[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    private final Streets streets;
    private final int[] firstAt;
    private final int[] at;
    /** The nodes, those of a cell side by side. */
    private final int[] nodes;

    private final int[] cell;
    private int cells;
    private final Flow flow;
    private final int[] order;
    private int ordered;

    private Dissection(Streets streets) {
        this.streets = streets;
        this.firstAt = new int[streets.nodes() + 1];
        for (int edge = 0; edge < streets.edges(); edge++) {
            firstAt[streets.tail[edge] + 1]++;
            if (streets.head[edge] != streets.tail[edge]) firstAt[streets.head[edge] + 1]++;
        }
        for (int node = 0; node < streets.nodes(); node++) firstAt[node + 1] += firstAt[node];
        this.at = new int[firstAt[streets.nodes()]];
        int[] next = firstAt.clone();
        for (int edge = 0; edge < streets.edges(); edge++) {
            at[next[streets.tail[edge]]++] = edge;
            if (streets.head[edge] != streets.tail[edge]) at[next[streets.head[edge]]++] = edge;
        }
        this.nodes = new int[streets.nodes()];
        Arrays.setAll(nodes, node -> node);
        this.cell = new int[streets.nodes()];
        this.flow = new Flow(streets, firstAt, at, cell);
        this.order = new int[streets.edges()];
    }

    /** The edges, the least important first; each edge once. */
    public static int[] order(Streets streets) {
        Dissection dissection = new Dissection(streets);
        if (streets.nodes() > 0) dissection.part(0, streets.nodes());
        return dissection.order;
    }

    private void part(int from, int to) {
        if (to - from == 1) {
            for (int i = firstAt[nodes[from]]; i < firstAt[nodes[from] + 1]; i++)
                if (streets.tail[at[i]] == streets.head[at[i]]) order[ordered++] = at[i];
            return;
        }
        int middle = cut(from, to);
        int near = ++cells;
        int far = ++cells;
        for (int i = from; i < to; i++) cell[nodes[i]] = i < middle ? near : far;
        int[] removed = between(from, middle, far);
        part(from, middle);
        part(middle, to);
        for (int edge : removed) order[ordered++] = edge;
    }

    private int[] between(int from, int middle, int far) {
        int[] found = new int[8];
        int size = 0;
        for (int i = from; i < middle; i++)
            for (int j = firstAt[nodes[i]]; j < firstAt[nodes[i] + 1]; j++) {
                int edge = at[j];
                if (cell[streets.tail[edge]] != far && cell[streets.head[edge]] != far) continue;
                if (size == found.length) found = Arrays.copyOf(found, size * 2);
                found[size++] = edge;
            }
        return Arrays.copyOf(found, size);
    }

    /** Puts the nodes of the cell so that one side of its best cut comes first, and tells where the other begins. */
    private int cut(int from, int to) {
        int size = to - from;
        int outer = Math.max(1, (int) (size * OUTERMOST));
        int[] best = {};
        int bestSide = 0;
        int bestCut = Integer.MAX_VALUE;
        for (double[] direction : DIRECTIONS) {
            int[] sorted = sorted(from, to, direction);
            int removed = flow.between(sorted, outer, bestCut);
            if (removed >= bestCut) continue;
            bestCut = removed;
            best = sorted;
            bestSide = flow.nearFirst(sorted);
        }
        System.arraycopy(best, 0, nodes, from, size);
        return from + bestSide;
    }

    private int[] sorted(int from, int to, double[] direction) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            double along = streets.x[nodes[i]] * direction[0] + streets.y[nodes[i]] * direction[1];
            keys[i - from] = (Math.round(along) << 32) | nodes[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) sorted[i] = (int) keys[i];
        return sorted;
    }
}
