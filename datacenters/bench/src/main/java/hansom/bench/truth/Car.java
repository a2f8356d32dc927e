package hansom.bench.truth;

import hansom.city.street.Spot;
import hansom.city.street.Way;
import hansom.city.truth.Cruise;
import hansom.city.truth.Truth;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.geo.road.Laps;
import hansom.geo.road.Passage;
import hansom.geo.road.Pursuit;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Drives ways as the city's roads really let one, with a phone that errs as the city's do and reports each five seconds, and is followed and
 * timed as the node does it.
 */
final class Car {
    private static final double NOISE_METRES = 4;
    private static final double NOISE_KEPT = 0.8;
    private static final int REPORT_SECONDS = 5;
    private static final int LONGEST_SECONDS = 3 * 3_600;
    private static final DriverId SOMEBODY = new DriverId("drv_01990000-0000-7000-8000-000000000001");

    private final RoadNetwork network;
    private final Pursuit pursuit;
    private final Truth truth;
    private final RandomGenerator random;
    private double north;
    private double east;

    /** A passage, and when the node heard of it. */
    record Heard(Instant at, Passage passage) {}

    /** When the way was driven, and what the node learned of it. */
    record Driven(Instant arrived, List<Heard> heard) {
        Driven {
            heard = List.copyOf(heard);
        }
    }

    Car(RoadNetwork network, Truth truth, RandomGenerator random) {
        this.network = network;
        this.pursuit = network.pursuit();
        this.truth = truth;
        this.random = random;
    }

    /** As fast as drivers of the city are: most within a twelfth of each other. */
    double habit() {
        return 1 + 0.08 * Math.clamp(random.nextGaussian(), -2, 2);
    }

    Driven drive(Way way, double habit, Instant begun) {
        Cruise cruise = new Cruise(way, truth, habit);
        Laps laps = network.laps();
        List<Heard> heard = new ArrayList<>();
        Whereabouts before = report(null, cruise, begun);
        boolean first = true;
        for (int second = 1; second <= LONGEST_SECONDS; second++) {
            Instant now = begun.plusSeconds(second);
            boolean arrived = cruise.drive(1, now);
            if (second % REPORT_SECONDS == 0 && !arrived) {
                Whereabouts after = report(before, cruise, now);
                if (before != null && after != null)
                    for (Passage passage : laps.next(before, after, first)) heard.add(new Heard(now, passage));
                first = before == null || after == null;
                before = after;
            }
            if (arrived) return new Driven(now, heard);
        }
        throw new IllegalStateException("a way of %.0f m has no end".formatted(way.metres()));
    }

    private @Nullable Whereabouts report(@Nullable Whereabouts before, Cruise cruise, Instant now) {
        double fresh = NOISE_METRES * Math.sqrt(1 - NOISE_KEPT * NOISE_KEPT);
        north = NOISE_KEPT * north + fresh * random.nextGaussian();
        east = NOISE_KEPT * east + fresh * random.nextGaussian();
        Spot seen = cruise.spot().moved(north, east);
        DriverPosition said =
                new DriverPosition(SOMEBODY, new Point(seen.lat(), seen.lng()), now, cruise.heading(), cruise.speed());
        return pursuit.next(before, said, VehicleType.CAR).orElse(null);
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
