package hansom.geo.pickup;

import hansom.geo.pickup.Plane.Spot;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** The ways on foot. */
final class Footways {
    private final IntBuffer nodes;
    private final IntBuffer first;
    private final IntBuffer around;
    private final IntBuffer edges;
    private final Grid grid;

    /** A place on a way on foot: on which piece, how much of it lies before, where that is, and how far from what it was sought for. */
    record Foothold(int edge, double share, Spot spot, double away) {}

    private Footways(IntBuffer nodes, IntBuffer first, IntBuffer around, IntBuffer edges, Grid grid) {
        this.nodes = nodes;
        this.first = first;
        this.around = around;
        this.edges = edges;
        this.grid = grid;
    }

    static Footways open(Path folder) throws IOException {
        return new Footways(
                Numbers.open(folder.resolve("nodes")),
                Numbers.open(folder.resolve("first")),
                Numbers.open(folder.resolve("around")),
                Numbers.open(folder.resolve("edges")),
                Grid.open(folder, "edge"));
    }

    /** On each piece of a wanted kind that comes as near as that, the place that is nearest; the nearest first. */
    List<Foothold> near(Plane plane, Spot spot, double metres, Predicate<Footing> wanted) {
        List<Foothold> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        grid.near(plane, spot, metres, edge -> {
            if (!wanted.test(footing(edge)) || !seen.add(edge)) return;
            Spot from = spot(plane, from(edge));
            Spot to = spot(plane, to(edge));
            double share = from.shareNearest(to, spot);
            Spot nearest = from.between(to, share);
            double away = nearest.to(spot);
            if (away <= metres) found.add(new Foothold(edge, share, nearest, away));
        });
        found.sort(Comparator.comparingDouble(Foothold::away));
        return found;
    }

    Spot spot(Plane plane, int node) {
        return plane.spot(nodes.get(3 * node), nodes.get(3 * node + 1));
    }

    /** Whether one may cross a larger road here. */
    boolean isCrossing(int node) {
        return nodes.get(3 * node + 2) == 1;
    }

    void edgesAt(int node, IntConsumer each) {
        for (int i = first.get(node); i < first.get(node + 1); i++) each.accept(around.get(i));
    }

    int anyEdgeAt(int node) {
        return around.get(first.get(node));
    }

    int from(int edge) {
        return edges.get(4 * edge);
    }

    int to(int edge) {
        return edges.get(4 * edge + 1);
    }

    int other(int edge, int node) {
        return from(edge) == node ? to(edge) : from(edge);
    }

    Footing footing(int edge) {
        return Footing.numbered(edges.get(4 * edge + 2));
    }

    /** The pieces of one street have the same number. */
    int street(int edge) {
        return edges.get(4 * edge + 3);
    }
}
