package hansom.drill.crowd;

import hansom.bench.app.Spot;
import hansom.bench.node.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** As many riders as drivers, in the middle of the map; the same seed gives the same people. */
public final class Crowd implements People {
    private static final long APART = 0x9E37_79B9_7F4A_7C15L;
    private static final long LOOK_MILLIS = 200;

    private final String url;
    private final String live;
    private final Path diaries;
    private final Spot middle;
    private final int size;
    private final long seed;
    private final Tally tally = new Tally();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final List<Thread> riders = new ArrayList<>();
    private final List<Thread> drivers = new ArrayList<>();
    private volatile boolean goesOn = true;
    private volatile boolean closed;

    public Crowd(String url, String live, Path diaries, Spot middle, int size, long seed) {
        this.url = url;
        this.live = live;
        this.diaries = diaries;
        this.middle = middle;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public void begin() throws IOException {
        Files.createDirectories(diaries);
        for (int which = 0; which < size; which++) {
            drivers.add(started(new Driver(this, which)));
            riders.add(started(new Rider(this, which)));
        }
    }

    @Override
    public void isBusy(Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (tally.served() < size && System.nanoTime() < giveUp) Rest.ofMillis(LOOK_MILLIS);
    }

    private Thread started(Runnable person) {
        return Thread.ofVirtual().start(() -> {
            try {
                person.run();
            } catch (RuntimeException gaveUp) {
                tally.trouble(person.getClass().getSimpleName() + " gave up: " + gaveUp);
            }
        });
    }

    @Override
    public boolean goesHome(Duration patience) {
        goesOn = false;
        long giveUp = System.nanoTime() + patience.toNanos();
        while (someAlive(riders) || someAlive(drivers)) {
            if (System.nanoTime() > giveUp) {
                closed = true;
                return false;
            }
            Rest.ofMillis(LOOK_MILLIS);
        }
        return true;
    }

    private static boolean someAlive(List<Thread> people) {
        return people.stream().anyMatch(Thread::isAlive);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    boolean goesOn() {
        return goesOn;
    }

    boolean closed() {
        return closed;
    }

    boolean ridersWait() {
        return someAlive(riders);
    }

    /** The four digits that a rider says at the car. */
    void tellsCode(String order, String code) {
        if (!code.isEmpty()) codes.put(order, code);
    }

    String codeOf(String order) {
        return codes.getOrDefault(order, "");
    }

    String number(int group, int which) {
        return "+3779%d%07d".formatted(group, Math.floorMod(seed, 1_000) * 10_000 + which);
    }

    RandomGenerator chance(int group, int which) {
        return new SplittableRandom(seed + APART * (group * 100_000L + which));
    }

    Spot middle() {
        return middle;
    }

    String url() {
        return url;
    }

    String live() {
        return live;
    }

    Path diaries() {
        return diaries;
    }
}
