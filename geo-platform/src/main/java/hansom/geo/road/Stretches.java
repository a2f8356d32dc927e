package hansom.geo.road;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.EdgeIteratorState;
import java.util.List;

/** The directed stretches of road that cars may drive, by their keys, and what is known of them whatever the traffic. */
public final class Stretches {
    private static final List<RoadClass> CLASSES = List.of(RoadClass.values());

    private final RoadNetwork network;
    private final Arcs cars;
    private final EnumEncodedValue<RoadClass> classes;
    private final IntEncodedValue ways;

    /** What a stretch is called in every edition of a map: its way and where it begins and ends, in millionths of a degree. */
    public record Name(long way, int fromLat, int fromLng, int toLat, int toLng) {}

    Stretches(RoadNetwork network, Arcs cars) {
        this.network = network;
        this.cars = cars;
        var known = network.hopper().getEncodingManager();
        this.classes = known.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        this.ways = known.getIntEncodedValue(OSMWayID.KEY);
    }

    /** The hash of the map that they are on. */
    public String map() {
        return network.hash();
    }

    public int keys() {
        return cars.keys();
    }

    public boolean drivable(int key) {
        return cars.millis(key) != Arcs.NEVER;
    }

    /** How long a car takes when the road is free. */
    public int freeMillis(int key) {
        return cars.millis(key);
    }

    /** The key under which what is known of this stretch is kept. */
    public int original(int key) {
        return network.twins().original(key);
    }

    /** All keys under which this stretch is in the graph. */
    public int[] twins(int key) {
        return network.twins().keys(key);
    }

    /** The class of the road, a number below {@link #classes()}. */
    public int roadClass(int key) {
        return CLASSES.indexOf(edge(key).get(classes));
    }

    public static int classes() {
        return CLASSES.size();
    }

    public Name name(int key) {
        EdgeIteratorState edge = edge(key);
        NodeAccess nodes = network.graph().getNodeAccess();
        return new Name(
                edge.get(ways),
                millionths(nodes.getLat(edge.getBaseNode())),
                millionths(nodes.getLon(edge.getBaseNode())),
                millionths(nodes.getLat(edge.getAdjNode())),
                millionths(nodes.getLon(edge.getAdjNode())));
    }

    private static int millionths(double degrees) {
        return (int) Math.round(degrees * 1e6);
    }

    private EdgeIteratorState edge(int key) {
        return network.graph().getEdgeIteratorStateForKey(key);
    }
}
