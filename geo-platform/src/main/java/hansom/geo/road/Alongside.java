package hansom.geo.road;

import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.util.EdgeIteratorState;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Nearby.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which roads for cars the map has along a line, and which meet its ends. */
public final class Alongside {
    private static final double BESIDE_METRES = 15;
    private static final double SAME_DIRECTION_DEGREES = 40;

    private final RoadNetwork network;
    private final Nearby nearby;

    /** What there is at a point of a line. */
    public enum Beside {
        NOTHING,
        /** A road that may be driven as the line leads. */
        ROAD,
        /** A road that may be driven the other way only. */
        ONE_WAY
    }

    /** The place on a road nearest to an end of a line; the road's name, empty where it has none, and the number of its way. */
    public record Meeting(Point onRoad, String name, long way) {}

    Alongside(RoadNetwork network) {
        this.network = network;
        this.nearby = network.ground(VehicleType.CAR).nearby();
    }

    /** At each point of the line, where neighbours are some metres apart. */
    public List<Beside> along(List<Point> line) {
        List<Beside> found = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Point from = line.get(Math.max(0, i - 1));
            Point to = line.get(Math.min(line.size() - 1, i + 1));
            found.add(at(line.get(i), Nearby.bearing(from, to)));
        }
        return found;
    }

    private Beside at(Point point, double bearing) {
        List<Candidate> roads = nearby.around(point, BESIDE_METRES);
        if (roads.stream().anyMatch(road -> isAlong(road.bearing(), bearing))) return Beside.ROAD;
        boolean against = roads.stream().anyMatch(road -> isAlong(road.bearing(), (bearing + 180) % 360));
        return against ? Beside.ONE_WAY : Beside.NOTHING;
    }

    private static boolean isAlong(double one, double other) {
        double turned = Math.abs(one - other) % 360;
        return Math.min(turned, 360 - turned) <= SAME_DIRECTION_DEGREES;
    }

    public Optional<Meeting> meeting(Point end, double metres) {
        return nearby.around(end, metres).stream().findFirst().map(road -> {
            EdgeIteratorState edge =
                    network.graph().getEdgeIteratorStateForKey(road.place().key());
            return new Meeting(new Lines(network.graph()).at(road.place()), edge.getName(), edge.get(ways()));
        });
    }

    /** The ways of the map, by their numbers, of which cars may drive some part. */
    public Set<Long> drivable() {
        Arcs arcs = network.ground(VehicleType.CAR).arcs();
        Set<Long> drivable = new HashSet<>();
        for (int key = 0; key < arcs.keys(); key++)
            if (arcs.millis(key) != Arcs.NEVER)
                drivable.add(
                        (long) network.graph().getEdgeIteratorStateForKey(key).get(ways()));
        return drivable;
    }

    private IntEncodedValue ways() {
        return network.hopper().getEncodingManager().getIntEncodedValue(OSMWayID.KEY);
    }
}
