package hansom.geo.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The roads of one kind of vehicle as flat arrays: the time (a millisecond at least) and length of each directed stretch, and which stretches lead into it with
 * what the turn costs. A stretch is known by its edge key: twice the edge's number, plus one against its own direction.
 */
final class Arcs {
    static final int NEVER = Integer.MAX_VALUE;

    private final int[] millis;
    private final float[] metres;
    private final int[] firstIn;
    private final int[] in;
    private final int[] turnMillis;

    private Arcs(int[] millis, float[] metres, int[] firstIn, int[] in, int[] turnMillis) {
        this.millis = millis;
        this.metres = metres;
        this.firstIn = firstIn;
        this.in = in;
        this.turnMillis = turnMillis;
    }

    static Arcs of(BaseGraph graph, Weighting weighting) {
        int keys = graph.getEdges() * 2;
        int[] millis = new int[keys];
        float[] metres = new float[keys];
        for (int key = 0; key < keys; key++) {
            EdgeIteratorState edge = graph.getEdgeIteratorStateForKey(key);
            millis[key] = Math.max(1, millis(weighting.calcEdgeWeight(edge, false)));
            metres[key] = (float) edge.getDistance();
        }
        return withTurns(graph, weighting, millis, metres);
    }

    private static Arcs withTurns(BaseGraph graph, Weighting weighting, int[] millis, float[] metres) {
        int[] firstIn = new int[millis.length + 1];
        Growing in = new Growing();
        Growing turns = new Growing();
        EdgeExplorer around = graph.createEdgeExplorer();
        for (int key = 0; key < millis.length; key++) {
            firstIn[key] = in.size;
            if (millis[key] == NEVER) continue;
            EdgeIteratorState edge = graph.getEdgeIteratorStateForKey(key);
            EdgeIterator before = around.setBaseNode(edge.getBaseNode());
            while (before.next()) {
                int into = GHUtility.reverseEdgeKey(before.getEdgeKey());
                if (millis[into] == NEVER) continue;
                int turn = millis(weighting.calcTurnWeight(before.getEdge(), edge.getBaseNode(), edge.getEdge()));
                if (turn == NEVER) continue;
                in.add(into);
                turns.add(turn);
            }
        }
        firstIn[millis.length] = in.size;
        return new Arcs(millis, metres, firstIn, in.trimmed(), turns.trimmed());
    }

    private static int millis(double seconds) {
        return Double.isFinite(seconds) ? (int) Math.min(NEVER - 1, Math.round(seconds * 1000)) : NEVER;
    }

    /** Each stretch from which another may be entered, with that other: {@code from << 32 | to}. */
    LongStream steps() {
        return IntStream.range(0, keys())
                .boxed()
                .flatMapToLong(key ->
                        IntStream.range(firstInto(key), endInto(key)).mapToLong(arc -> (long) from(arc) << 32 | key));
    }

    int keys() {
        return millis.length;
    }

    int millis(int key) {
        return millis[key];
    }

    /** From the beginning of the stretch to the place. */
    double metresInto(Foothold place) {
        return metres[place.key()] * place.share();
    }

    float metres(int key) {
        return metres[key];
    }

    int firstInto(int key) {
        return firstIn[key];
    }

    int endInto(int key) {
        return firstIn[key + 1];
    }

    /** The stretch that the arc comes from. */
    int from(int arc) {
        return in[arc];
    }

    int turnMillis(int arc) {
        return turnMillis[arc];
    }

    private static final class Growing {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) values = java.util.Arrays.copyOf(values, size * 2);
            values[size++] = value;
        }

        int[] trimmed() {
            return java.util.Arrays.copyOf(values, size);
        }
    }
}
