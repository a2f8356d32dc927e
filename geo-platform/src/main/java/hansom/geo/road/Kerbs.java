package hansom.geo.road;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadAccess;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a car may stop for somebody to get in, as the roads are now, and how soon it is away from there. */
public final class Kerbs {
    private static final double METRES_A_DEGREE = 111_195;
    private static final double SPACING = 8;
    private static final double JUNCTION_METRES = 8;
    private static final Set<RoadClass> FAST = Set.of(RoadClass.MOTORWAY, RoadClass.TRUNK);
    private static final Set<RoadClass> BIG = Set.of(RoadClass.PRIMARY, RoadClass.SECONDARY, RoadClass.TERTIARY);
    private static final Set<RoadEnvironment> ON_THE_GROUND = Set.of(RoadEnvironment.ROAD, RoadEnvironment.OTHER);
    private static final Set<RoadAccess> OPEN = Set.of(RoadAccess.YES, RoadAccess.DESTINATION, RoadAccess.CUSTOMERS);

    private final RoadNetwork network;
    private final EnumEncodedValue<RoadClass> classes;
    private final EnumEncodedValue<RoadEnvironment> environments;
    private final EnumEncodedValue<RoadAccess> accesses;
    private final BooleanEncodedValue roundabouts;
    private final BooleanEncodedValue islands;

    /**
     * A place where a car may stop: on the middle of the road, with where the car then leads, in degrees clockwise from north. At a {@code big}
     * road it matters on which side one waits, at a small one with one direction it does not.
     */
    public record Kerb(
            Foothold place, Point onRoad, double bearing, String street, boolean big, boolean oneWay, boolean yard) {}

    Kerbs(RoadNetwork network) {
        this.network = network;
        var known = network.hopper().getEncodingManager();
        this.classes = known.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        this.environments = known.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
        this.accesses = known.getEnumEncodedValue(RoadAccess.KEY, RoadAccess.class);
        this.roundabouts = known.getBooleanEncodedValue(Roundabout.KEY);
        this.islands = network.island(VehicleType.CAR);
    }

    /** On every road within so many metres, each few metres and in each direction that may be driven. */
    public List<Kerb> around(Point point, double metres) {
        Snapshot now = network.now();
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(point.lat()));
        BBox box = new BBox(point.lng() - east, point.lng() + east, point.lat() - north, point.lat() + north);
        BitSet seen = new BitSet();
        List<Kerb> found = new ArrayList<>();
        network.index().query(box, edge -> {
            if (seen.get(edge)) return;
            seen.set(edge);
            if (now.closed().get(edge) || network.twins().original(2 * edge) != 2 * edge) return;
            EdgeIteratorState state = network.graph().getEdgeIteratorStateForKey(2 * edge);
            if (mayStop(state)) along(state, now.of(VehicleType.CAR), point, metres, found);
        });
        return found;
    }

    private boolean mayStop(EdgeIteratorState edge) {
        return !FAST.contains(edge.get(classes))
                && ON_THE_GROUND.contains(edge.get(environments))
                && OPEN.contains(edge.get(accesses))
                && !edge.get(roundabouts)
                && !edge.get(islands);
    }

    private void along(EdgeIteratorState edge, Weights weights, Point around, double metres, List<Kerb> found) {
        int key = edge.getEdgeKey();
        PointList line = edge.fetchWayGeometry(FetchMode.ALL);
        double whole = edge.getDistance();
        double from = isJunction(edge.getBaseNode()) ? JUNCTION_METRES : 0;
        double to = whole - (isJunction(edge.getAdjNode()) ? JUNCTION_METRES : 0);
        if (from > to) return;
        int steps = (int) Math.max(1, (to - from) / SPACING);
        double narrow = Math.cos(Math.toRadians(around.lat()));
        for (int step = 0; step <= steps; step++) {
            double behind = from + (to - from) * step / steps;
            double share = whole == 0 ? 0 : Math.clamp(behind / whole, 0, 1);
            Place place = at(line, share, narrow);
            double x = (place.point.lng() - around.lng()) * narrow * METRES_A_DEGREE;
            double y = (place.point.lat() - around.lat()) * METRES_A_DEGREE;
            if (Math.hypot(x, y) > metres) continue;
            Foothold there = new Foothold(key, share);
            boolean along = weights.drivable(key);
            boolean back = weights.drivable(key ^ 1);
            if (along) found.add(kerb(there, place.point, place.bearing, !back, edge));
            if (back) found.add(kerb(there.turned(), place.point, (place.bearing + 180) % 360, !along, edge));
        }
    }

    private Kerb kerb(Foothold place, Point point, double bearing, boolean oneWay, EdgeIteratorState edge) {
        RoadClass kind = edge.get(classes);
        return new Kerb(place, point, bearing, edge.getName(), BIG.contains(kind), oneWay, kind == RoadClass.SERVICE);
    }

    private record Place(Point point, double bearing) {}

    private static Place at(PointList line, double share, double narrow) {
        double[] length = new double[line.size()];
        for (int i = 1; i < line.size(); i++)
            length[i] = length[i - 1]
                    + Math.hypot(line.getLat(i) - line.getLat(i - 1), (line.getLon(i) - line.getLon(i - 1)) * narrow);
        double behind = share * length[line.size() - 1];
        int i = 1;
        while (i + 1 < line.size() && (length[i] < behind || length[i] == length[i - 1])) i++;
        double part = length[i] == length[i - 1] ? 0 : (behind - length[i - 1]) / (length[i] - length[i - 1]);
        double north = line.getLat(i) - line.getLat(i - 1);
        double east = line.getLon(i) - line.getLon(i - 1);
        double bearing = (Math.toDegrees(Math.atan2(east * narrow, north)) + 360) % 360;
        return new Place(new Point(line.getLat(i - 1) + part * north, line.getLon(i - 1) + part * east), bearing);
    }

    /** Where more than two roads meet that cars may drive. */
    private boolean isJunction(int node) {
        Weights weights = network.now().of(VehicleType.CAR);
        EdgeIterator edges = network.graph().createEdgeExplorer().setBaseNode(node);
        int roads = 0;
        while (edges.next()) {
            int key = 2 * edges.getEdge();
            boolean first = network.twins().original(key) == key;
            if (first && (weights.drivable(key) || weights.drivable(key + 1))) roads++;
        }
        return roads > 2;
    }

    /** How long it takes from each kerb, in the direction of the car that stands there, to a place; empty where it is not to be reached. */
    public List<Optional<Duration>> away(List<Kerb> kerbs, Point towards) {
        Snapshot now = network.now();
        return network.snap(towards, now, VehicleType.CAR)
                .flatMap(goal -> network.to(
                        Foothold.of(goal),
                        now,
                        VehicleType.CAR,
                        ways -> kerbs.stream()
                                .map(kerb -> ways.timeFrom(new Stand(kerb.place(), true)))
                                .toList()))
                .orElseGet(() ->
                        kerbs.stream().map(_ -> Optional.<Duration>empty()).toList());
    }

    /** Whether the map reaches there. */
    public boolean covers(Point point) {
        return network.graph().getBounds().contains(point.lat(), point.lng());
    }

    /** Why there is none. */
    public RefusalCode whyNone(Point point) {
        return Refusals.whyNoRoad(network.graph().getBounds(), point);
    }
}
