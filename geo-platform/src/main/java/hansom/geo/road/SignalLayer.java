package hansom.geo.road;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.osm.SkipOptions;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.geo.Point;
import hansom.engines.StartRefused;
import hansom.geo.map.Elements;
import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where traffic lights stand on the map; the importer of roads leaves them out. */
final class SignalLayer implements Layer {
    private static final String FILE = "signals";
    private static final String LIGHTS = "traffic_signals";
    /** A light is drawn on the road that it holds, at most so far before the junction. */
    private static final double ON_ROAD_METRES = 3;

    private static final double BEFORE_JUNCTION_METRES = 40;
    private static final double METRES_A_DEGREE = 111_195;

    @Override
    public String name() {
        return "signals-1";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        List<Point> lights = new ArrayList<>();
        Elements.read(extract, new SkipOptions(false, true, true), element -> {
            if (element instanceof ReaderNode node && LIGHTS.equals(node.getTag("highway")))
                lights.add(new Point(node.getLat(), node.getLon()));
        });
        ByteBuffer bytes = ByteBuffer.allocate(lights.size() * 2 * Double.BYTES);
        for (Point light : lights) bytes.putDouble(light.lat()).putDouble(light.lng());
        Files.write(folder.resolve(FILE), bytes.array());
    }

    /** The nodes of the graph where lights stand, which were built into the folder. */
    static BitSet read(Path folder, BaseGraph graph, LocationIndexTree index) {
        BitSet nodes = new BitSet();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(FILE)));
            while (bytes.remaining() >= 2 * Double.BYTES)
                mark(new Point(bytes.getDouble(), bytes.getDouble()), graph, index, nodes);
        } catch (IOException unreadable) {
            throw new StartRefused("the signals in %s cannot be read; delete the folder".formatted(folder), unreadable);
        }
        return nodes;
    }

    private static void mark(Point light, BaseGraph graph, LocationIndexTree index, BitSet nodes) {
        double north = ON_ROAD_METRES / METRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(light.lat()));
        BBox box = new BBox(light.lng() - east, light.lng() + east, light.lat() - north, light.lat() + north);
        index.query(box, edge -> {
            EdgeIteratorState state = graph.getEdgeIteratorStateForKey(2 * edge);
            if (!isOn(light, state)) return;
            double fromBase = away(light, graph.getNodeAccess(), state.getBaseNode());
            double fromEnd = away(light, graph.getNodeAccess(), state.getAdjNode());
            if (Math.min(fromBase, fromEnd) <= BEFORE_JUNCTION_METRES)
                nodes.set(fromBase < fromEnd ? state.getBaseNode() : state.getAdjNode());
        });
    }

    /** One of the points of which the road was drawn. */
    private static boolean isOn(Point light, EdgeIteratorState edge) {
        PointList line = edge.fetchWayGeometry(FetchMode.ALL);
        for (int i = 0; i < line.size(); i++)
            if (light.straightTo(new Point(line.getLat(i), line.getLon(i))).metres() <= ON_ROAD_METRES) return true;
        return false;
    }

    private static double away(Point light, NodeAccess nodes, int node) {
        return light.straightTo(new Point(nodes.getLat(node), nodes.getLon(node)))
                .metres();
    }
}
