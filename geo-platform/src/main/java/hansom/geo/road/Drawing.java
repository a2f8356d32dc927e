package hansom.geo.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes of a way the path that GraphHopper would have found, so that it can tell its line, its turns and what it leads over. */
final class Drawing {
    private final QueryGraph graph;
    private final EdgeExplorer around;
    private final Path path;
    private int node;

    private Drawing(QueryGraph graph, int node) {
        this.graph = graph;
        this.around = graph.createEdgeExplorer();
        this.path = new Path(graph).setFromNode(node);
        this.node = node;
    }

    /** Between the two points where the way begins and ends, as they were found on the roads. */
    static Path of(BaseGraph roads, Snap start, Snap goal, Driveway way, Duration time) {
        Foothold begins = Foothold.of(start);
        Foothold ends = Foothold.of(goal);
        QueryGraph graph = QueryGraph.create(roads, start, goal);
        Drawing drawing = new Drawing(graph, start.getClosestNode());
        int last = way.keys().size() - 1;
        boolean there = last == 0 && start.getClosestNode() == goal.getClosestNode();
        for (int i = 0; i <= last && !there; i++) {
            // A copy of a road that the points were not found on is the same road.
            int key = way.keys().get(i);
            if (i == 0) key = like(begins, key);
            if (i == last) key = like(ends, key);
            boolean pastItsEnd = i == 0 && begins.along(key) == 1;
            boolean beforeItsBeginning = i == last && ends.along(key) == 0;
            if (!pastItsEnd && !beforeItsBeginning) drawing.follow(key, i == last ? goal.getClosestNode() : -1);
        }
        return drawing.path
                .setEndNode(goal.getClosestNode())
                .setWeight(time.toMillis() / 1000.0)
                .setTime(time.toMillis())
                .setFound(true);
    }

    /** Whether the points as they were found lie the other way round on the one stretch of a way. */
    static boolean leadsBackwards(Snap start, Snap goal, Driveway way) {
        if (way.keys().size() > 1) return false;
        int key = way.keys().get(0);
        return Foothold.of(goal).along(key) < Foothold.of(start).along(key);
    }

    private static int like(Foothold place, int key) {
        return (place.key() & 1) == (key & 1) ? place.key() : place.key() ^ 1;
    }

    /** Piece by piece to the end of the stretch, or to this node on it. */
    private void follow(int key, int stop) {
        do {
            EdgeIteratorState piece = piece(key);
            if (piece == null) return;
            path.addEdge(piece.getEdge());
            path.addDistance(piece.getDistance());
            node = piece.getAdjNode();
        } while (node != stop && graph.isVirtualNode(node));
    }

    private @Nullable EdgeIteratorState piece(int key) {
        EdgeIterator edges = around.setBaseNode(node);
        while (edges.next()) {
            EdgeIteratorState edge = edges.detach(false);
            if (SnapshotWeighting.originalOf(edge) == key) return edge;
        }
        return null;
    }
}
