package hansom.geo.road;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.BitSet;

/** Tells what lies on a way: turns where roads meet, signals, and which roads it leads over. */
final class Surveyor {
    private static final double STRAIGHT_DEGREES = 30;
    private static final double SHARP_DEGREES = 120;
    /** Signals nearer to the last ones than that are the same junction. */
    private static final double ONE_JUNCTION_METRES = 60;

    private static final int FORK = 3;

    private final BaseGraph graph;
    private final EnumEncodedValue<RoadClass> classes;
    private final BitSet signals;

    /** {@code signals} names the nodes of the graph at which some stand. */
    Surveyor(BaseGraph graph, EnumEncodedValue<RoadClass> classes, BitSet signals) {
        this.graph = graph;
        this.classes = classes;
        this.signals = signals;
    }

    private final class Walk {
        private int junctions;
        private int lefts;
        private int rights;
        private int sharp;
        private int back;
        private int lights;
        private double sinceLights = Double.POSITIVE_INFINITY;
        private final double[] millis = new double[4];

        void along(EdgeIteratorState edge, double share, double free, double metres) {
            millis[kind(edge.get(classes))] += share * free;
            sinceLights += share * metres;
        }

        void turn(EdgeIteratorState from, EdgeIteratorState to) {
            if (from.getEdge() == to.getEdge()) back++;
            else if (roadsAt(to.getBaseNode()) >= FORK) {
                junctions++;
                double turn = (begins(to) - ends(from) + 540) % 360 - 180;
                if (Math.abs(turn) >= SHARP_DEGREES) sharp++;
                else if (turn >= STRAIGHT_DEGREES) rights++;
                else if (turn <= -STRAIGHT_DEGREES) lefts++;
            }
            if (!signals.get(to.getBaseNode())) return;
            if (sinceLights > ONE_JUNCTION_METRES) lights++;
            sinceLights = 0;
        }
    }

    /** {@code byRoads}: how long it takes by the weights, as they fade. */
    Grounds of(Driveway way, Weights weights, Duration byRoads) {
        Point from = at(way.from());
        Point to = at(way.to());
        Arcs roads = weights.roads();
        Walk walk = new Walk();
        double usually = 0;
        double free = 0;
        double now = 0;
        double metres = 0;
        int last = way.keys().size() - 1;
        EdgeIteratorState before = null;
        for (int i = 0; i <= last; i++) {
            int key = way.keys().get(i);
            EdgeIteratorState edge = graph.getEdgeIteratorStateForKey(key);
            if (before != null) walk.turn(before, edge);
            double share = Math.max(0, way.share(i));
            walk.along(edge, share, roads.millis(key), roads.metres(key));
            metres += share * roads.metres(key);
            free += share * roads.millis(key);
            usually += share * weights.usualMillis(key);
            now += share * weights.millis(key);
            before = edge;
        }
        // What turns cost is the same in each of them.
        double turns = Math.max(0, way.time().toMillis() - now);
        return new Grounds(
                Duration.ofMillis(Math.round(free + turns)),
                Duration.ofMillis(Math.round(usually + turns)),
                byRoads,
                null,
                (int) Math.round(metres),
                (int) from.straightTo(to).metres(),
                walk.junctions,
                walk.lefts,
                walk.rights,
                walk.sharp,
                walk.back,
                walk.lights,
                seconds(walk.millis[0]),
                seconds(walk.millis[1]),
                seconds(walk.millis[2]),
                seconds(walk.millis[3]));
    }

    private static int seconds(double millis) {
        return (int) Math.round(millis / 1_000);
    }

    private static int kind(RoadClass road) {
        return switch (road) {
            case MOTORWAY, TRUNK -> 0;
            case PRIMARY, SECONDARY -> 1;
            case TERTIARY, UNCLASSIFIED -> 2;
            default -> 3;
        };
    }

    private int roadsAt(int node) {
        EdgeExplorer explorer = graph.createEdgeExplorer();
        EdgeIterator around = explorer.setBaseNode(node);
        int roads = 0;
        while (around.next()) roads++;
        return roads;
    }

    private static double begins(EdgeIteratorState edge) {
        PointList line = edge.fetchWayGeometry(FetchMode.ALL);
        return Nearby.bearing(at(line, 0), at(line, 1));
    }

    private static double ends(EdgeIteratorState edge) {
        PointList line = edge.fetchWayGeometry(FetchMode.ALL);
        return Nearby.bearing(at(line, line.size() - 2), at(line, line.size() - 1));
    }

    private Point at(Foothold place) {
        return new Lines(graph).at(place);
    }

    private static Point at(PointList line, int i) {
        return new Point(line.getLat(i), line.getLon(i));
    }
}
