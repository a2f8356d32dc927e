package hansom.geo.road;

import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which edges of the graph are one and the same road: the importer copies those on which it matters where one came from (restrictions over
 * several ways). Whatever is true of a road, its speed, a closure, a car on it, is true of all its twins; they run in the same direction.
 */
final class Twins {
    private final int[] original;
    /** By the first of them; null where there is no other. */
    private final int[] @Nullable [] all;

    private record Ends(int base, int adj, int way, double metres) {}

    private Twins(int[] original) {
        this.original = original;
        this.all = new int[original.length][];
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int edge = 0; edge < original.length; edge++)
            if (original[edge] != edge)
                groups.computeIfAbsent(original[edge], first -> new ArrayList<>(List.of(first)))
                        .add(edge);
        groups.forEach((first, edges) ->
                all[first] = edges.stream().mapToInt(Integer::intValue).toArray());
    }

    static Twins of(BaseGraph graph, IntEncodedValue way) {
        int[] original = new int[graph.getEdges()];
        Map<Ends, List<Integer>> seen = new HashMap<>();
        for (int edge = 0; edge < original.length; edge++) {
            EdgeIteratorState state = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            Ends ends = new Ends(state.getBaseNode(), state.getAdjNode(), state.get(way), state.getDistance());
            List<Integer> alike = seen.computeIfAbsent(ends, _ -> new ArrayList<>(1));
            original[edge] = alike.stream()
                    .filter(other -> sameLine(graph, other, state))
                    .findFirst()
                    .orElse(edge);
            if (original[edge] == edge) alike.add(edge);
        }
        return new Twins(original);
    }

    private static boolean sameLine(BaseGraph graph, int other, EdgeIteratorState state) {
        return Objects.equals(
                graph.getEdgeIteratorState(other, Integer.MIN_VALUE).fetchWayGeometry(FetchMode.ALL),
                state.fetchWayGeometry(FetchMode.ALL));
    }

    /** The key under which what is known of a directed stretch is kept. */
    int original(int key) {
        return 2 * original[key / 2] + (key & 1);
    }

    /** This directed stretch and its twins. */
    int[] keys(int key) {
        int[] edges = all[original[key / 2]];
        if (edges == null) return new int[] {key};
        return Arrays.stream(edges).map(edge -> 2 * edge + (key & 1)).toArray();
    }

    /** The edges and their twins. */
    BitSet with(BitSet edges) {
        BitSet both = new BitSet();
        edges.stream().forEach(edge -> {
            for (int key : keys(2 * edge)) both.set(key / 2);
        });
        return both;
    }

    /** How many edges are copies of others. */
    int copies() {
        int copies = 0;
        for (int edge = 0; edge < original.length; edge++) if (original[edge] != edge) copies++;
        return copies;
    }
}
