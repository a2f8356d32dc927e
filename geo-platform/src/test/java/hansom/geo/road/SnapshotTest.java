package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.graphhopper.storage.index.Snap;
import hansom.contract.driver.VehicleType;
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

/** On seeded questions: what is answered from a snapshot is what a plain search finds on it, to the millisecond. */
class SnapshotTest {
    private static final AtomicReference<List<List<Point>>> CLOSED = new AtomicReference<>(List.of());
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

    /** By itself, without being told to look. */
    @Test
    void letsACarOutOfAClosedAreaAtOnceAndNobodyIn() {
        CLOSED.set(List.of(Monaco.SQUARE));
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !network.now().closed().isEmpty());
            Snapshot now = network.now();
            int inside = 0;
            for (int key = 0; key < network.stretches().keys(); key++) {
                if (!now.closed().get(key / 2) || !now.of(VehicleType.CAR).drivable(key)) continue;
                Foothold place = new Foothold(key, 0.5);
                List<Start> car = List.of(known(place, true), known(place, false));
                List<Optional<Duration>> out = roads.times(Monaco.CASINO, car, VehicleType.CAR);
                assertThat(out).isEqualTo(new Oracles(network, now).plain(Monaco.CASINO, car, VehicleType.CAR));
                if (out.getLast().isPresent()) inside++;
            }
            assertThat(inside).isGreaterThan(10);
            Random random = new Random(13);
            for (int round = 0; round < 200; round++) {
                Optional<Snap> start = network.snap(somewhere(random), now, VehicleType.CAR);
                Optional<Snap> goal = network.snap(somewhere(random), now, VehicleType.CAR);
                if (start.isEmpty() || goal.isEmpty()) continue;
                Stand stand = new Stand(Foothold.of(start.get()), false);
                network.to(Foothold.of(goal.get()), now, VehicleType.CAR, ways -> ways.way(stand))
                        .flatMap(way -> way)
                        .ifPresent(way -> assertThat(way.keys())
                                .noneMatch(key -> now.closed().get(key / 2)));
            }
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

    @Test
    void equalsAPlainSearchAroundAClosure() {
        CLOSED.set(List.of(Monaco.SQUARE));
        network.refresh();
        try {
            equalsAPlainSearch(VehicleType.CAR);
        } finally {
            CLOSED.set(List.of());
            network.refresh();
        }
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
                CLOSED.set(published.get() % 2 == 0 ? List.of(Monaco.SQUARE) : List.of());
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
            assertThat(times).isEqualTo(new Oracles(network, now).plain(target, starts(froms), VehicleType.CAR));
            compared += times.size();
        }
        return compared;
    }

    private static Paces random(Random random) {
        float[] slowness = new float[network.stretches().keys()];
        for (int key = 0; key < slowness.length; key++) slowness[key] = 0.5f + random.nextFloat() * 4;
        for (int key = 0; key < slowness.length; key++)
            slowness[key] = slowness[network.twins().original(key)];
        return Paces.of(slowness, slowness);
    }

    private static Start known(Foothold place, boolean moves) {
        return new Start(
                Monaco.AT_SEA,
                new Whereabouts(
                        network.hash(), place, VehicleType.CAR, Monaco.AT_SEA, NOON, NOON, moves, false, List.of()));
    }

    private static List<Start> starts(List<Point> points) {
        return points.stream().map(Start::at).toList();
    }

    private static Point somewhere(Random random) {
        return new Point(43.728 + random.nextDouble() * 0.02, 7.412 + random.nextDouble() * 0.025);
    }
}
