package hansom.geo.hierarchy;

/**
 * A plane graph whose edges are to be put in order: {@code tail} and {@code head} name the ends of each edge by node, {@code x} and
 * {@code y} say where each node lies, in metres from wherever.
 */
public final class Streets {
    final int[] tail;
    final int[] head;
    final double[] x;
    final double[] y;

    /** Keeps the arrays, which nobody may change afterwards. */
    public Streets(int[] tail, int[] head, double[] x, double[] y) {
        if (tail.length != head.length || x.length != y.length)
            throw new IllegalArgumentException("ends or places are missing");
        this.tail = tail;
        this.head = head;
        this.x = x;
        this.y = y;
    }

    int nodes() {
        return x.length;
    }

    int edges() {
        return tail.length;
    }
}
