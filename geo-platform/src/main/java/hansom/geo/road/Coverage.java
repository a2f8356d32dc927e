package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.map.MapUnfit;

/** Whether a map may take the place of another: it covers most of its junctions, and has not lost half of its roads there. */
final class Coverage {
    private static final double LEAST = 0.5;

    private Coverage() {}

    static void check(RoadNetwork before, RoadNetwork next) {
        long junctions = before.graph().getNodes();
        long covered = inside(before.graph(), next.graph().getBounds());
        if (covered < LEAST * junctions)
            throw new MapUnfit(
                    RefusalCode.MAP_ELSEWHERE,
                    "it covers %d of the %d junctions that are served".formatted(covered, junctions));
        long there = inside(next.graph(), before.graph().getBounds());
        if (there < LEAST * junctions)
            throw new MapUnfit(
                    RefusalCode.MAP_UNREADABLE,
                    "it is not whole: it has %d junctions where %d are served".formatted(there, junctions));
    }

    private static long inside(BaseGraph graph, BBox bounds) {
        NodeAccess nodes = graph.getNodeAccess();
        long inside = 0;
        for (int node = 0; node < graph.getNodes(); node++)
            if (bounds.contains(nodes.getLat(node), nodes.getLon(node))) inside++;
        return inside;
    }
}
