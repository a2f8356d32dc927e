package hansom.geo.hierarchy;

import java.util.Arrays;

/**
 * In which directions the arcs of a hierarchy can be driven at all, whatever the weights: a step leads over them, or a way through lower nodes
 * does. Streets that lead one way make half of all arcs a way in one direction only, and some in none.
 */
final class Directions {
    static final byte UP = 1;
    static final byte DOWN = 2;

    private final int[][] ups;
    private final byte[][] ways;

    private Directions(int[][] ups) {
        this.ups = ups;
        this.ways = new byte[ups.length][];
        for (int v = 0; v < ups.length; v++) ways[v] = new byte[ups[v].length];
    }

    /** Of each rank's arcs to {@code ups}, which are sorted, in their order: {@link #UP}, {@link #DOWN}, both or nothing. */
    static byte[][] of(Steps steps, int[] rank, int[][] ups) {
        Directions directions = new Directions(ups);
        for (int tail = 0; tail < rank.length; tail++)
            for (int step = steps.first(tail); step < steps.first(tail + 1); step++)
                directions.open(rank[tail], rank[steps.head(step)]);
        directions.pass();
        return directions.ways;
    }

    private void open(int from, int to) {
        int low = Math.min(from, to);
        ways[low][Arrays.binarySearch(ups[low], Math.max(from, to))] |= from < to ? UP : DOWN;
    }

    /** From the lowest rank upwards; each node waits with the next one above it until that one's turn. */
    private void pass() {
        int[] arcTo = new int[ups.length];
        int[] passed = new int[ups.length];
        int[] waiting = filled(ups.length);
        int[] behind = filled(ups.length);
        for (int v = 0; v < ups.length; v++) {
            for (int arc = 0; arc < ups[v].length; arc++) arcTo[ups[v][arc]] = arc;
            for (int lower = waiting[v]; lower != Hierarchy.NONE; ) {
                int next = behind[lower];
                through(lower, passed[lower]++, ways[v], arcTo);
                wait(lower, passed[lower], waiting, behind);
                lower = next;
            }
            wait(v, 0, waiting, behind);
        }
    }

    private void wait(int v, int arc, int[] waiting, int[] behind) {
        if (arc == ups[v].length) return;
        behind[v] = waiting[ups[v][arc]];
        waiting[ups[v][arc]] = v;
    }

    /** From the higher end of an arc through its lower one to each node above both, and back. */
    private void through(int lower, int below, byte[] above, int[] arcTo) {
        boolean down = (ways[lower][below] & DOWN) != 0;
        boolean up = (ways[lower][below] & UP) != 0;
        for (int other = below + 1; other < ups[lower].length; other++) {
            int way = ways[lower][other];
            if (down && (way & UP) != 0) above[arcTo[ups[lower][other]]] |= UP;
            if (up && (way & DOWN) != 0) above[arcTo[ups[lower][other]]] |= DOWN;
        }
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, Hierarchy.NONE);
        return array;
    }
}
