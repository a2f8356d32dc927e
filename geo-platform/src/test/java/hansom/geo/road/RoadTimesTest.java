package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.storage.index.Snap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.geo.road.Oracles.Flexible;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoadTimesTest {
    private static final AtomicReference<List<List<Point>>> CLOSED = new AtomicReference<>(List.of());
    private static RoadNetwork network;
    private static Roads roads;

    @BeforeAll
    static void openTheMap() {
        network = RoadConfiguration.network(Monaco.folder(), CLOSED::get);
        roads = new RoadTimes(network);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void agreesWithTheRoutePlannerOnEveryPair() {
        agree(VehicleType.CAR);
        agree(VehicleType.TRUCK);
    }

    @Test
    void agreesWithTheRoutePlannerAroundAClosure() {
        CLOSED.set(List.of(Monaco.SQUARE));
        network.refresh();
        try {
            agree(VehicleType.CAR);
        } finally {
            CLOSED.set(List.of());
            network.refresh();
        }
    }

    private static boolean isAtAJunction(Point from, VehicleType vehicle) {
        return network.snap(from, network.now(), vehicle)
                .filter(snap -> snap.getSnappedPosition() == Snap.Position.TOWER)
                .isPresent();
    }

    private static void agree(VehicleType vehicle) {
        Random random = new Random(7);
        int compared = 0;
        for (int round = 0; round < 25; round++) {
            Point target = somewhere(random);
            List<Point> froms = new ArrayList<>();
            for (int i = 0; i < 20; i++) froms.add(somewhere(random));
            List<Optional<Duration>> times = roads.times(target, starts(froms), vehicle);
            assertThat(times).hasSameSizeAs(froms);
            for (int i = 0; i < froms.size(); i++) {
                // There GraphHopper's search is on no road yet, and so could begin on a closed one.
                if (isAtAJunction(froms.get(i), vehicle)) continue;
                Optional<Flexible> planned = Oracles.of(network).flexible(Start.at(froms.get(i)), target, vehicle);
                assertThat(times.get(i).isPresent()).isEqualTo(planned.isPresent());
                if (planned.isEmpty()) continue;
                compared++;
                double seconds = times.get(i).orElseThrow().toMillis() / 1000.0;
                assertThat(Math.abs(seconds - planned.get().seconds()))
                        .as("from %s to %s", froms.get(i), target)
                        .isLessThan(0.001 * (planned.get().pieces() + 1));
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void isNotThereWhereNoRoadIsNear() {
        assertThat(roads.snap(Monaco.AT_SEA, VehicleType.CAR)).isEmpty();
        assertThat(roads.between(Start.at(Monaco.AT_SEA), Monaco.CASINO, VehicleType.CAR))
                .isEmpty();
        assertThat(roads.between(Start.at(Monaco.CASINO), Monaco.AT_SEA, VehicleType.CAR))
                .isEmpty();
        assertThat(roads.times(Monaco.CASINO, starts(List.of(Monaco.AT_SEA, Monaco.STATION)), VehicleType.CAR))
                .satisfiesExactly(
                        sea -> assertThat(sea).isEmpty(),
                        station -> assertThat(station).isPresent());
    }

    @Test
    void takesNoTimeWhereItIsAlready() {
        assertThat(roads.between(Start.at(Monaco.CASINO), Monaco.CASINO, VehicleType.CAR))
                .contains(new Travel(Duration.ZERO, Distance.NONE));
    }

    private static List<Start> starts(List<Point> points) {
        return points.stream().map(Start::at).toList();
    }

    private static Point somewhere(Random random) {
        return new Point(43.728 + random.nextDouble() * 0.02, 7.412 + random.nextDouble() * 0.025);
    }
}
