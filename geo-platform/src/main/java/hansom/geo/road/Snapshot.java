package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The roads of one moment: which areas and so which edges are closed, how fast they are driven, what follows for every way of each kind
 * of vehicle, and what is added to the times of ways. Whoever asks reads one and stays with it. Its version is when it was made, in
 * milliseconds, and more than that of the one before; {@code hour} is empty, or names the hour whose usual traffic it has.
 */
record Snapshot(
        long version,
        String hour,
        List<List<Point>> areas,
        BitSet closed,
        Paces paces,
        Forecast forecast,
        Map<String, Weights> weights) {

    Weights of(VehicleType vehicle) {
        Weights found = weights.get(RoadLayer.profile(vehicle));
        if (found == null) throw new IllegalStateException("no roads for " + vehicle);
        return found;
    }

    /** The same for one kind of vehicle: what is added to times was learned from cars. */
    Snapshot told(VehicleType vehicle) {
        return vehicle == VehicleType.TRUCK
                ? new Snapshot(version, hour, areas, closed, paces, Forecast.ROADS, weights)
                : this;
    }

    /** What it is called beside its map: its version and what times are by. */
    String name() {
        return version + hour + "/" + (forecast.heeded() ? forecast.name() : Forecast.ROADS.name());
    }
}
