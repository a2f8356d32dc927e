package hansom.geo.road;

import com.graphhopper.storage.index.Snap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The roads of one snapshot, searched plainly and slowly: what the fast answers are held against, in tests and measurements. */
final class PlainRoads {
    private final RoadNetwork network;
    private final Snapshot snapshot;

    PlainRoads(RoadNetwork network, Snapshot snapshot) {
        this.network = network;
        this.snapshot = snapshot;
    }

    /** As {@link Roads#times} of the same snapshot must answer. */
    List<Optional<Duration>> times(Point target, List<Start> froms, VehicleType vehicle) {
        List<Optional<Stand>> starts = froms.stream()
                .map(from -> RoadTimes.stand(network, from, snapshot, vehicle))
                .toList();
        Optional<Snap> goal = network.snap(target, snapshot, vehicle);
        if (goal.isEmpty())
            return starts.stream().map(_ -> Optional.<Duration>empty()).toList();
        PlainSearch search = new PlainSearch(snapshot.of(vehicle), network.twins(), Foothold.of(goal.get()));
        search.search(
                starts.stream().flatMap(Optional::stream).map(Stand::place).toList());
        return starts.stream()
                .map(start -> start.map(search::from).map(Travel::time))
                .toList();
    }
}
