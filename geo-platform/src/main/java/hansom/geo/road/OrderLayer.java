package hansom.geo.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.EdgeIteratorState;
import hansom.engines.StartRefused;
import hansom.geo.hierarchy.Dissection;
import hansom.geo.hierarchy.Streets;
import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** In which order the stretches of a map are taken out of its hierarchy: dear to find, and the same for all weights, so it is found once. */
final class OrderLayer implements Layer {
    private static final String FILE = "order";
    private static final double METRES_A_DEGREE = 111_195;

    private final Path roads;

    /** Of the roads that were built into this folder. */
    OrderLayer(Path roads) {
        this.roads = roads;
    }

    @Override
    public String name() {
        return "order-2";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        GraphHopper hopper = RoadLayer.open(roads);
        int[] order;
        try {
            order = Dissection.order(streets(hopper.getBaseGraph()));
        } finally {
            hopper.close();
        }
        ByteBuffer bytes = ByteBuffer.allocate(order.length * Integer.BYTES);
        bytes.asIntBuffer().put(order);
        Files.write(folder.resolve(FILE), bytes.array());
    }

    private static Streets streets(BaseGraph graph) {
        int[] tail = new int[graph.getEdges()];
        int[] head = new int[graph.getEdges()];
        for (int edge = 0; edge < tail.length; edge++) {
            EdgeIteratorState state = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            tail[edge] = state.getBaseNode();
            head[edge] = state.getAdjNode();
        }
        NodeAccess nodes = graph.getNodeAccess();
        double narrowing = Math.cos(Math.toRadians((graph.getBounds().minLat + graph.getBounds().maxLat) / 2));
        double[] x = new double[graph.getNodes()];
        double[] y = new double[graph.getNodes()];
        Arrays.setAll(x, node -> nodes.getLon(node) * METRES_A_DEGREE * narrowing);
        Arrays.setAll(y, node -> nodes.getLat(node) * METRES_A_DEGREE);
        return new Streets(tail, head, x, y);
    }

    /** Edge keys in order, both of an edge side by side. */
    static int[] read(Path folder, int edges) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(FILE)));
            if (bytes.capacity() != edges * Integer.BYTES)
                throw new StartRefused("the order in %s is of other roads; delete the folder".formatted(folder));
            int[] keys = new int[edges * 2];
            for (int i = 0; i < edges; i++) {
                keys[2 * i] = 2 * bytes.getInt();
                keys[2 * i + 1] = keys[2 * i] + 1;
            }
            return keys;
        } catch (IOException unreadable) {
            throw new StartRefused("the order in %s cannot be read; delete the folder".formatted(folder), unreadable);
        }
    }
}
