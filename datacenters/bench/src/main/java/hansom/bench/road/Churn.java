package hansom.bench.road;

import hansom.bench.road.OpenMap.Table;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Oracles;
import hansom.geo.road.Passage;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import hansom.geo.road.Stretches;
import hansom.geo.traffic.SegmentSpeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Every road of a map gets another pace and other areas are closed, again and again, while ways are asked for. */
public final class Churn {
    private static final String ASKER = "asker";
    private static final Duration HELD = Duration.ofMillis(5);
    private static final int DRIVERS = 100;
    private static final int TABLES = 200;
    private static final double AROUND_METRES = 4_000;
    private static final double SQUARE_DEGREES = 0.002;

    private final OpenMap map;
    private final RoadNetwork network;
    private final Stretches stretches;
    private final SegmentSpeeds speeds;
    private final List<Table> tables = new ArrayList<>();
    private final RandomGenerator random;
    private final AtomicInteger snapshots = new AtomicInteger();

    /** Milliseconds of all processors for learning a passage of every stretch, and from there to a published snapshot. */
    public record Published(int snapshots, int stretches, double learnMillis, double publishMillis) {}

    /** How long tables took on the clock while snapshots were published, and how many were held by another thread for more than 5 ms. */
    public record Asked(
            int tables, int snapshots, double p99Millis, double quietP99Millis, double longestMillis, int held) {}

    public Churn(OpenMap map, RandomGenerator random) {
        this.map = map;
        this.random = random;
        this.network = map.network();
        this.stretches = network.stretches();
        this.speeds = new SegmentSpeeds(stretches, Clock.systemUTC());
        network.heed(speeds);
        for (int i = 0; i < TABLES; i++) tables.add(map.table(random, DRIVERS, AROUND_METRES));
    }

    /** Nobody asks meanwhile, so that all that is used is the writer's. */
    public Published publish(int snapshots) {
        int learned = 0;
        long learning = 0;
        long publishing = 0;
        for (int i = 0; i < snapshots; i++) {
            long begun = Processor.nanos();
            learned = learn();
            long between = Processor.nanos();
            change();
            learning += between - begun;
            publishing += Processor.nanos() - between;
        }
        return new Published(snapshots, learned, learning / 1e6 / snapshots, publishing / 1e6 / snapshots);
    }

    private int learn() {
        Instant now = Instant.now();
        int learned = 0;
        for (int key = 0; key < stretches.keys(); key++) {
            if (!stretches.drivable(key)) continue;
            int millis = (int) Math.max(1, stretches.freeMillis(key) * (0.6 + 3 * random.nextDouble()));
            speeds.learn(new Passage(key, millis, now));
            learned++;
        }
        return learned;
    }

    private void change() {
        List<List<Point>> areas = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            areas.add(around(tables.get(random.nextInt(TABLES)).drivers().getFirst()));
        map.close(areas);
        network.publish();
        snapshots.incrementAndGet();
    }

    private static List<Point> around(Point middle) {
        double south = middle.lat() - SQUARE_DEGREES / 2;
        double west = middle.lng() - SQUARE_DEGREES / 2;
        double north = south + SQUARE_DEGREES;
        double east = west + SQUARE_DEGREES;
        return List.of(new Point(south, west), new Point(south, east), new Point(north, east), new Point(north, west));
    }

    /** Holds answers against a plain search of the same snapshot, each time while the next is made; tells how many differ. */
    public int wrong(int answers) {
        return during(() -> {
            int wrong = 0;
            for (int asked = 0; asked < answers; asked += DRIVERS) {
                Table table = tables.get(asked / DRIVERS % TABLES);
                Oracles now = Oracles.of(network);
                wrong += Exactness.differing(
                        now.roads().times(table.pickup(), starts(table), VehicleType.CAR),
                        now.plain(table.pickup(), starts(table), VehicleType.CAR));
            }
            return wrong;
        });
    }

    /** Does something while all roads change their pace and others close, snapshot after snapshot. */
    public <T> T during(Supplier<T> work) {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = writer(done);
        try {
            return work.get();
        } finally {
            done.set(true);
            join(writer);
        }
    }

    public int snapshots() {
        return snapshots.get();
    }

    private static List<Start> starts(Table table) {
        return table.drivers().stream().map(Start::at).toList();
    }

    private Thread writer(AtomicBoolean done) {
        return Thread.ofPlatform().name("writer").start(() -> {
            while (!done.get()) {
                learn();
                change();
            }
        });
    }

    /** Tables of drivers who were followed before, asked one after the other. */
    public Asked ask(int asked, Path folder) throws IOException {
        List<List<Start>> known = tables.stream()
                .map(table -> table.drivers().stream()
                        .map(driver -> map.followed(driver, false, random))
                        .toList())
                .toList();
        double[] quiet = ask(asked, known);
        int before = snapshots.get();
        double[] busy;
        Path file = folder.resolve("held.jfr");
        try (Recording recording = new Recording()) {
            for (String kind : List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait", "jdk.ThreadPark"))
                recording.enable(kind).withThreshold(HELD).withoutStackTrace();
            recording.start();
            busy = during(() -> ask(asked, known));
            recording.stop();
            recording.dump(file);
        }
        int held = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file))
            if (event.getThread() != null && ASKER.equals(event.getThread().getJavaName())) held++;
        Files.delete(file);
        return new Asked(
                asked,
                snapshots.get() - before,
                busy[(int) (busy.length * 0.99)],
                quiet[(int) (quiet.length * 0.99)],
                busy[busy.length - 1],
                held);
    }

    private double[] ask(int asked, List<List<Start>> known) {
        double[] millis = new double[asked];
        Roads roads = map.roads();
        Thread asker = Thread.ofPlatform().name(ASKER).start(() -> {
            for (int i = 0; i < asked; i++) {
                long begun = System.nanoTime();
                roads.times(tables.get(i % TABLES).pickup(), known.get(i % TABLES), VehicleType.CAR);
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        });
        join(asker);
        Arrays.sort(millis);
        return millis;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", stopped);
        }
    }
}
