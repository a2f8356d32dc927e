package hansom.geo.hierarchy;

import java.util.Arrays;

/**
 * From which node one may go on to which: the steps of a directed graph, without what they cost. The steps of a node stand side by side,
 * from {@code first(node)} to before {@code first(node + 1)}, sorted by where they lead; a step is known by its number.
 */
public final class Steps {
    private static final long LOW = 0xffff_ffffL;

    private final int[] first;
    private final int[] head;

    private Steps(int[] first, int[] head) {
        this.first = first;
        this.head = head;
    }

    /** From pairs {@code tail << 32 | head} in any order; a pair that is there twice counts once, one that leads back to itself not at all. */
    public static Steps of(int nodes, long[] pairs) {
        long[] sorted = Arrays.stream(pairs)
                .filter(pair -> pair >>> 32 != (pair & LOW))
                .sorted()
                .distinct()
                .toArray();
        int[] first = new int[nodes + 1];
        int[] head = new int[sorted.length];
        for (int step = 0; step < sorted.length; step++) {
            first[(int) (sorted[step] >>> 32) + 1]++;
            head[step] = (int) sorted[step];
        }
        for (int node = 0; node < nodes; node++) first[node + 1] += first[node];
        return new Steps(first, head);
    }

    /** The first step of a node; its last is the one before the first of the next node. */
    public int first(int node) {
        return first[node];
    }

    /** The node that a step leads to. */
    public int head(int step) {
        return head[step];
    }

    int nodes() {
        return first.length - 1;
    }

    public int size() {
        return head.length;
    }

    /** The step between two nodes; negative when there is none. */
    public int between(int tail, int head) {
        return Arrays.binarySearch(this.head, first[tail], first[tail + 1], head);
    }
}
