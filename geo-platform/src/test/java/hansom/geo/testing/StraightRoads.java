package hansom.geo.testing;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.geo.road.Roads;
import hansom.geo.road.Snap;
import hansom.geo.road.Start;
import hansom.geo.road.Travel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A plain on which everybody drives straight ahead at ten metres a second, but for places that no road leads to. */
public final class StraightRoads implements Roads {
    private final Predicate<Point> roadless;

    public StraightRoads() {
        this(_ -> false);
    }

    public StraightRoads(Predicate<Point> roadless) {
        this.roadless = roadless;
    }

    @Override
    public Roads now() {
        return this;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Optional<Snap> snap(Point point, VehicleType vehicle) {
        return roadless.test(point) ? Optional.empty() : Optional.of(new Snap(point, Distance.NONE));
    }

    @Override
    public Optional<Travel> between(Start start, Point to, VehicleType vehicle, Duration later) {
        Point from = start.point();
        if (roadless.test(from) || roadless.test(to)) return Optional.empty();
        Distance distance = from.straightTo(to);
        return Optional.of(new Travel(Duration.ofMillis(distance.metres() * 100), distance));
    }

    @Override
    public List<Optional<Duration>> times(Point target, List<Start> froms, VehicleType vehicle) {
        return froms.stream()
                .map(from -> between(from, target, vehicle).map(Travel::time))
                .toList();
    }
}
