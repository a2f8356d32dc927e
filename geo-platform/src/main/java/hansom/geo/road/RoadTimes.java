package hansom.geo.road;

import com.graphhopper.storage.index.Snap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import java.util.List;
import java.util.Optional;

/** Answers how long ways take, without their lines, by one search backwards from where they end. */
class RoadTimes implements Roads {
    private final RoadNetwork network;

    RoadTimes(RoadNetwork network) {
        this.network = network;
    }

    @Override
    public Optional<hansom.geo.road.Snap> snap(Point point, VehicleType vehicle) {
        return network.snap(point, vehicle)
                .map(snap -> new hansom.geo.road.Snap(
                        new Point(
                                snap.getSnappedPoint().getLat(),
                                snap.getSnappedPoint().getLon()),
                        Distance.ofMetres(Math.round(snap.getQueryDistance()))));
    }

    @Override
    public Optional<Travel> between(Point from, Point to, VehicleType vehicle) {
        return to(to, List.of(from), vehicle).getFirst();
    }

    @Override
    public List<Optional<Travel>> to(Point target, List<Point> froms, VehicleType vehicle) {
        List<Optional<Foothold>> starts = froms.stream()
                .map(from -> network.snap(from, vehicle).map(Foothold::of))
                .toList();
        Optional<Snap> goal = network.snap(target, vehicle);
        if (goal.isEmpty())
            return starts.stream().map(start -> Optional.<Travel>empty()).toList();
        ManyToOne search = network.searchTo(Foothold.of(goal.get()), vehicle);
        search.search(starts.stream().flatMap(Optional::stream).toList());
        return starts.stream()
                .map(start -> start.flatMap(place -> Optional.ofNullable(search.from(place))))
                .toList();
    }
}
