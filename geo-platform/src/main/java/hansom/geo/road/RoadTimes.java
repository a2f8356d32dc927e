package hansom.geo.road;

import com.graphhopper.storage.index.Snap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers how long ways take, without their lines. */
class RoadTimes implements Roads {
    private final RoadNetwork network;
    private final Supplier<Snapshot> moment;

    RoadTimes(RoadNetwork network) {
        this(network, network::now);
    }

    RoadTimes(RoadNetwork network, Supplier<Snapshot> moment) {
        this.network = network;
        this.moment = moment;
    }

    @Override
    public Roads now() {
        Snapshot kept = moment.get();
        return new RoadTimes(network, () -> kept);
    }

    @Override
    public String name() {
        return network.name(moment.get());
    }

    @Override
    public Optional<hansom.geo.road.Snap> snap(Point point, VehicleType vehicle) {
        return network.snap(point, moment.get(), vehicle)
                .map(snap -> new hansom.geo.road.Snap(
                        new Point(
                                snap.getSnappedPoint().getLat(),
                                snap.getSnappedPoint().getLon()),
                        Distance.ofMetres(Math.round(snap.getQueryDistance()))));
    }

    @Override
    public Optional<Travel> between(Start from, Point to, VehicleType vehicle, Duration later) {
        Snapshot now = moment.get().told(vehicle);
        Optional<Stand> start = stand(network, from, now, vehicle);
        Optional<Snap> goal = network.snap(to, now, vehicle);
        if (start.isEmpty() || goal.isEmpty()) return Optional.empty();
        return network.to(
                        Foothold.of(goal.get()),
                        now,
                        vehicle,
                        ways -> ways.way(start.get())
                                .map(way -> new Travel(time(way, now, vehicle, later), ways.distance(way))))
                .flatMap(travel -> travel);
    }

    private Duration time(Driveway way, Snapshot now, VehicleType vehicle, Duration later) {
        Weights weights = now.of(vehicle);
        Duration time = Outlook.time(way, weights, later);
        if (!now.forecast().heeded()) return time;
        Instant departs = network.instant().plus(later);
        return Timed.of(network.grounds(way, weights, time), now.forecast(), departs)
                .of(time);
    }

    @Override
    public List<Optional<Duration>> times(Point target, List<Start> froms, VehicleType vehicle) {
        Snapshot now = moment.get();
        List<Optional<Stand>> starts =
                froms.stream().map(from -> stand(network, from, now, vehicle)).toList();
        return network.snap(target, now, vehicle)
                .flatMap(goal -> network.to(
                        Foothold.of(goal),
                        now,
                        vehicle,
                        ways -> starts.stream()
                                .map(start -> start.flatMap(ways::timeFrom))
                                .toList()))
                .orElseGet(() ->
                        starts.stream().map(_ -> Optional.<Duration>empty()).toList());
    }

    static Optional<Stand> stand(RoadNetwork network, Start start, Snapshot now, VehicleType vehicle) {
        Whereabouts known = start.known();
        if (known != null
                && known.map().equals(network.hash())
                && RoadLayer.profile(known.vehicle()).equals(RoadLayer.profile(vehicle)))
            return Optional.of(new Stand(known.place(), known.moves()));
        return network.snap(start.point(), now, vehicle).map(snap -> new Stand(Foothold.of(snap), false));
    }
}
