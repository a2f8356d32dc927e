package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers by the roads of whichever map is served when it is asked. */
record ServedTimes(ServedRoads served) implements Roads {
    @Override
    public Roads now() {
        return new RoadTimes(served.now()).now();
    }

    @Override
    public String name() {
        return now().name();
    }

    @Override
    public Optional<Snap> snap(Point point, VehicleType vehicle) {
        return now().snap(point, vehicle);
    }

    @Override
    public Optional<Travel> between(Start from, Point to, VehicleType vehicle, Duration later) {
        return now().between(from, to, vehicle, later);
    }

    @Override
    public List<Optional<Duration>> times(Point target, List<Start> froms, VehicleType vehicle) {
        return now().times(target, froms, vehicle);
    }
}
