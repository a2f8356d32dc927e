package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The roads of one moment: which areas and so which edges are closed, how fast they are driven, and what follows for every way of each kind
 * of vehicle. Whoever asks reads one and stays with it. Its version is when it was made, in milliseconds, and more than that of the one before.
 */
record Snapshot(long version, List<List<Point>> areas, BitSet closed, Paces paces, Map<String, Weights> weights) {

    Weights of(VehicleType vehicle) {
        Weights found = weights.get(RoadLayer.profile(vehicle));
        if (found == null) throw new IllegalStateException("no roads for " + vehicle);
        return found;
    }
}
