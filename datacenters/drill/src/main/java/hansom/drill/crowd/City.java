package hansom.drill.crowd;

import hansom.bench.node.Rest;
import hansom.drill.book.Diaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The city simulator as the people of a drill, in a process of its own: more riders a driver than elsewhere and a faster clock, so that each
 * kill finds much under way.
 */
public final class City implements People {
    private static final int RIDERS_A_DRIVER = 3;
    private static final String SPEED = "3";
    private static final Pattern OUTAGES = Pattern.compile(" outages=(\\d+)");
    private static final long LOOK_MILLIS = 2_000;

    private final List<String> command;
    private final Path diaries;
    private final Path out;
    private final Path evening;
    private final int drivers;
    private final Tally tally = new Tally();
    private final Thread player = Thread.ofVirtual().unstarted(this::play);
    private volatile boolean goesOn = true;
    private volatile @Nullable Process running;

    public City(Path home, String url, Optional<Path> map, Path folder, Path diaries, int drivers, long seed) {
        this.diaries = diaries;
        this.drivers = drivers;
        this.out = folder.resolve("city.txt");
        this.evening = folder.resolve("evening");
        this.command = new ArrayList<>(List.of(
                home.resolve("city").toString(),
                "--url",
                url,
                "--drivers",
                String.valueOf(drivers),
                "--riders",
                String.valueOf(drivers * RIDERS_A_DRIVER),
                "--speed",
                SPEED,
                "--seed",
                String.valueOf(seed),
                "--diary",
                diaries.toString(),
                "--folder",
                folder.resolve("city").toString(),
                "--wait",
                "600",
                "--until",
                evening.toString()));
        map.ifPresent(file -> command.addAll(List.of("--map", file.toString())));
    }

    @Override
    public void begin() throws IOException {
        Files.createDirectories(diaries);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        player.start();
    }

    private void play() {
        while (goesOn) {
            try {
                Process city = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                        .start();
                running = city;
                if (city.waitFor() != 0) tally.trouble("the city: " + lastLine());
            } catch (IOException notStarted) {
                tally.trouble("the city: " + notStarted.getMessage());
                Rest.ofMillis(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(out);
        return lines.isEmpty() ? "said nothing" : lines.getLast();
    }

    @Override
    public void isBusy(Duration patience) throws IOException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (counted().served() < drivers / 2 && System.nanoTime() < giveUp) Rest.ofMillis(LOOK_MILLIS);
    }

    @Override
    public boolean goesHome(Duration patience) throws IOException, InterruptedException {
        goesOn = false;
        Files.writeString(evening, "it is late\n");
        boolean ended = player.join(patience);
        if (!ended) stop();
        return ended;
    }

    private void stop() {
        Process city = running;
        if (city != null) city.destroy();
    }

    /** Read from the diaries, for the city keeps its counts to itself until it ends. */
    private Tally counted() throws IOException {
        Diaries read = Diaries.read(diaries);
        tally.is(read.orders().size(), read.completed(), outages());
        return tally;
    }

    /** How often the city found the node away, as it said last. */
    private int outages() throws IOException {
        if (Files.notExists(out)) return 0;
        Matcher said = OUTAGES.matcher(Files.readString(out));
        int last = 0;
        while (said.find()) last = Integer.parseInt(said.group(1));
        return last;
    }

    @Override
    public Tally tally() {
        try {
            return counted();
        } catch (IOException unreadable) {
            return tally;
        }
    }
}
