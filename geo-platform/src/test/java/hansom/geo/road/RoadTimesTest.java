package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.RoutingAlgorithmFactorySimple;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.Parameters;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoadTimesTest {
    private static final AtomicReference<List<List<Point>>> CLOSED = new AtomicReference<>(List.of());
    private static final List<Point> SQUARE = List.of(
            new Point(43.7380, 7.4200),
            new Point(43.7380, 7.4240),
            new Point(43.7410, 7.4240),
            new Point(43.7410, 7.4200));
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
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
        CLOSED.set(List.of(SQUARE));
        network.refresh();
        try {
            agree(VehicleType.CAR);
            equalsAPlainSearch(VehicleType.CAR);
        } finally {
            CLOSED.set(List.of());
            network.refresh();
        }
    }

    @Test
    void equalsAPlainSearchToTheMillisecond() {
        equalsAPlainSearch(VehicleType.CAR);
        equalsAPlainSearch(VehicleType.TRUCK);
    }

    private static void equalsAPlainSearch(VehicleType vehicle) {
        Weights weights = network.now().of(vehicle);
        Random random = new Random(11);
        int compared = 0;
        for (int round = 0; round < 40; round++) {
            List<Point> froms = new ArrayList<>();
            for (int i = 0; i < 50; i++) froms.add(somewhere(random));
            // Also from the very stretch of the target, before and behind it.
            Point target = round % 2 == 0 ? somewhere(random) : froms.getFirst();
            Optional<Foothold> goal =
                    network.snap(target, network.now(), vehicle).map(Foothold::of);
            if (goal.isEmpty()) continue;
            for (double share : new double[] {0, 0.3, 0.9, 1})
                froms.add(new Lines(network.graph()).at(new Foothold(goal.get().key(), share)));
            List<Optional<Duration>> times = roads.times(target, starts(froms), vehicle);
            for (int i = 0; i < froms.size(); i++) {
                Optional<Foothold> start =
                        network.snap(froms.get(i), network.now(), vehicle).map(Foothold::of);
                PlainSearch plain = new PlainSearch(weights, network.twins(), goal.get());
                start.ifPresent(place -> plain.search(List.of(place)));
                Optional<Travel> found = start.map(place -> plain.from(new Stand(place, false)));
                assertThat(times.get(i)).isEqualTo(found.map(Travel::time));
                Optional<Travel> between = roads.between(Start.at(froms.get(i)), target, vehicle);
                assertThat(between.map(Travel::time)).isEqualTo(times.get(i));
                if (between.isEmpty()) continue;
                compared++;
                assertThat(between.get().distance().metres())
                        .isCloseTo(found.orElseThrow().distance().metres(), within(1L));
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** There GraphHopper's search is on no road yet, and so could begin on a closed one. */
    private static boolean beginsAtAJunction(Point from, VehicleType vehicle) {
        return !network.now().closed().isEmpty()
                && network.snap(from, network.now(), vehicle)
                        .filter(snap -> snap.getSnappedPosition() == Snap.Position.TOWER)
                        .isPresent();
    }

    /** Neither is a road looked for where a car is known to be, nor is it thought to leave the other way while it moves. */
    @Test
    void takesACarsKnownPlaceAndDirection() {
        Weights weights = network.now().of(VehicleType.CAR);
        Foothold goal = Foothold.of(
                network.snap(Monaco.CASINO, network.now(), VehicleType.CAR).orElseThrow());
        Random random = new Random(5);
        int oneWay = 0;
        for (int round = 0; round < 100; round++) {
            Optional<Foothold> place = network.snap(somewhere(random), network.now(), VehicleType.CAR)
                    .map(Foothold::of);
            if (place.isEmpty()) continue;
            Foothold heading = round % 2 == 0 ? place.get() : place.get().turned();
            PlainSearch plain = new PlainSearch(weights, network.twins(), goal);
            plain.search(List.of(heading));
            List<Optional<Duration>> times =
                    roads.times(Monaco.CASINO, List.of(known(heading, true), known(heading, false)), VehicleType.CAR);
            Optional<Duration> ahead =
                    Optional.ofNullable(plain.from(new Stand(heading, true))).map(Travel::time);
            Optional<Duration> either =
                    Optional.ofNullable(plain.from(new Stand(heading, false))).map(Travel::time);
            assertThat(times).containsExactly(ahead, either);
            if (!ahead.equals(either)) oneWay++;
        }
        assertThat(oneWay).isGreaterThan(10);
    }

    /** Threads ask while the roads close, open and change their pace under them: each answer is that of the one snapshot it was read from. */
    @Test
    void answersFromOneSnapshotWhileOthersArePublished() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger published = new AtomicInteger();
        Random chance = new Random(1);
        network.heed(() -> random(chance));
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                CLOSED.set(published.get() % 2 == 0 ? List.of(SQUARE) : List.of());
                network.publish();
                published.incrementAndGet();
            }
        });
        Set<Snapshot> read = ConcurrentHashMap.newKeySet();
        try (ExecutorService askers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int asker = 0; asker < 3; asker++) {
                Random random = new Random(asker);
                asked.add(askers.submit(() -> askAndCompare(random, read)));
            }
            int compared = 0;
            for (Future<Integer> each : asked) compared += each.get();
            assertThat(compared).isGreaterThan(2_000);
        } finally {
            done.set(true);
            writer.join();
            CLOSED.set(List.of());
            network.heed(() -> Paces.FREE);
        }
        assertThat(published.get()).isGreaterThan(20);
        assertThat(read.size()).as("snapshots that were asked").isGreaterThan(10);
    }

    private static int askAndCompare(Random random, Set<Snapshot> read) {
        int compared = 0;
        for (int round = 0; round < 80; round++) {
            Snapshot now = network.now();
            Roads pinned = new RoadTimes(network, () -> now);
            read.add(now);
            Point target = somewhere(random);
            List<Point> froms = new ArrayList<>();
            for (int i = 0; i < 30; i++) froms.add(somewhere(random));
            List<Optional<Duration>> times = pinned.times(target, starts(froms), VehicleType.CAR);
            assertThat(times).isEqualTo(new PlainRoads(network, now).times(target, starts(froms), VehicleType.CAR));
            compared += times.size();
        }
        return compared;
    }

    private static Paces random(Random random) {
        float[] slowness = new float[network.stretches().keys()];
        for (int key = 0; key < slowness.length; key++) slowness[key] = 0.5f + random.nextFloat() * 4;
        for (int key = 0; key < slowness.length; key++)
            slowness[key] = slowness[network.twins().original(key)];
        return Paces.of(slowness);
    }

    private static Start known(Foothold place, boolean moves) {
        return new Start(
                Monaco.AT_SEA,
                new Whereabouts(place, VehicleType.CAR, Monaco.AT_SEA, NOON, NOON, moves, false, List.of()));
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
                if (beginsAtAJunction(froms.get(i), vehicle)) continue;
                Optional<Double> planned = planned(froms.get(i), target, vehicle);
                assertThat(times.get(i).isPresent()).isEqualTo(planned.isPresent());
                if (planned.isEmpty()) continue;
                compared++;
                double seconds = times.get(i).orElseThrow().toMillis() / 1000.0;
                assertThat(Math.abs(seconds - planned.get()))
                        .as("from %s to %s", froms.get(i), target)
                        .isLessThan(0.3);
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

    /** GraphHopper's own flexible search reads our times, so it does not share our mistakes. */
    private static Optional<Double> planned(Point from, Point to, VehicleType vehicle) {
        Optional<Snap> start = network.snap(from, network.now(), vehicle);
        Optional<Snap> goal = network.snap(to, network.now(), vehicle);
        if (start.isEmpty() || goal.isEmpty()) return Optional.empty();
        QueryGraph graph = QueryGraph.create(network.graph(), start.get(), goal.get());
        Weighting weighting = new SnapshotWeighting(
                network.openWeighting(vehicle), network.now().of(vehicle));
        Path path = new RoutingAlgorithmFactorySimple()
                .createAlgo(
                        graph,
                        graph.wrapWeighting(weighting),
                        new AlgorithmOptions()
                                .setAlgorithm(Parameters.Algorithms.DIJKSTRA_BI)
                                .setTraversalMode(TraversalMode.EDGE_BASED))
                .calcPath(start.get().getClosestNode(), goal.get().getClosestNode());
        return path.isFound() ? Optional.of(path.getWeight()) : Optional.empty();
    }
}
