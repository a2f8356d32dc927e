package hansom.geocode;

import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.Place;
import hansom.contract.geo.Places;
import hansom.contract.geo.Point;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.nominatim.NominatimGeocoder;
import hansom.geo.place.Geocoder;
import hansom.geo.place.PlaceConfiguration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Asks an index of places for what the extract holds and counts how often the right thing comes first, and what a question costs. The
 * half of the streets on which the search may be tuned is asked first, to warm up; what is counted is the other half.
 */
public final class GeocodeFigures implements AutoCloseable {
    private static final int MOST_NOISE_METRES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AnnotationConfigApplicationContext places = new AnnotationConfigApplicationContext();
    private final QueryBus bus = SimpleQueryBus.builder().build();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Truth> truths;
    private final long seed;
    private final int most;
    private final int misses;
    private final Optional<Geocoder> nominatim;

    private GeocodeFigures(Map<String, String> options) throws Exception {
        String map = option(options, "map", "");
        seed = Long.parseLong(option(options, "seed", "1"));
        most = Integer.parseInt(option(options, "n", "1000"));
        misses = Integer.parseInt(option(options, "misses", "0"));
        String peer = option(options, "nominatim", "");
        nominatim = peer.isEmpty() ? Optional.empty() : NominatimGeocoder.at(peer, PATIENCE);
        Path folder = Path.of(option(options, "folder", ""));
        var extract = MapConfiguration.extract(map);
        Path file = folder.resolve("extract-" + extract.name() + ".osm");
        try (var in = extract.source().open()) {
            Files.copy(in, file);
        }
        truths = Truths.of(file);
        places.registerBean(MapFolder.class, () -> new MapFolder(extract, folder));
        places.register(PlaceConfiguration.class);
        long begun = cpu();
        long began = System.nanoTime();
        places.refresh();
        System.out.printf(
                Locale.ROOT,
                "index build_s=%.1f build_cpu_s=%.1f%n",
                (System.nanoTime() - began) / 1e9,
                (cpu() - begun) / 1e9);
        new AnnotationQueryHandlerAdapter<>(places.getBean("placeQueries")).subscribe(bus);
    }

    /** {@code --map=FILE --folder=EMPTY_FOLDER --seed=S --n=N [--misses=N] [--nominatim=URL]}; misses are shown of the half that may be tuned on. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            options.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        try (GeocodeFigures figures = new GeocodeFigures(options)) {
            figures.measure();
        }
    }

    private void measure() {
        String words = truths.stream().limit(2_000).map(Truth::name).collect(Collectors.joining(" "));
        for (Variant variant : Variant.values()) {
            for (boolean tuned : new boolean[] {true, false}) {
                Map<Truth.Kind, Tally> tallies = new HashMap<>();
                List<Truth> half = half(truth -> truth.tuned() == tuned);
                int shown = 0;
                for (Question question : Question.of(variant, half, words, most, seed)) {
                    long before = threads.getCurrentThreadCpuTime();
                    List<Place> found = ask(question.query());
                    long spent = threads.getCurrentThreadCpuTime() - before;
                    int rank = question.rank(found);
                    tallies.computeIfAbsent(question.truth().kind(), first -> new Tally())
                            .add(rank, found.isEmpty(), spent);
                    if (tuned && rank != 0 && shown++ < misses) show(question, found, rank);
                }
                tallies.forEach((kind, tally) -> line(variant.name(), kind.name(), tuned, tally));
            }
        }
        for (boolean tuned : new boolean[] {true, false}) reverse(tuned);
        nominatim.ifPresent(peer -> agreement(peer, words));
    }

    private void agreement(Geocoder peer, String words) {
        for (boolean tuned : new boolean[] {true, false}) {
            List<Truth> half = half(truth -> truth.tuned() == tuned);
            System.out.println(new Agreement(this::ask, peer, truths, misses)
                    .line(Question.of(Variant.EXACT, half, words, most, seed), tuned));
        }
    }

    /** Where the phone says it stands is wrong by some metres: the house must be the first. */
    private void reverse(boolean tuned) {
        RandomGenerator chance = new SplittableRandom(seed);
        Tally tally = new Tally();
        half(truth -> truth.tuned() == tuned
                        && truth.kind() == Truth.Kind.HOUSE
                        && truth.lines().size() == 1)
                .stream()
                .limit(most)
                .forEach(house -> {
                    List<Point> line = house.lines().getFirst();
                    double lat = line.stream().mapToDouble(Point::lat).average().orElse(0);
                    double lng = line.stream().mapToDouble(Point::lng).average().orElse(0);
                    double off = Math.min(MOST_NOISE_METRES, Math.abs(chance.nextGaussian(0, 7)));
                    Point at = Truth.moved(new Point(lat, lng), off, chance.nextDouble(2 * Math.PI));
                    long before = threads.getCurrentThreadCpuTime();
                    List<Place> found = ask(new GeoQuery.ReversePlace(at, 7, ""));
                    long spent = threads.getCurrentThreadCpuTime() - before;
                    boolean right = !found.isEmpty() && house.is(found.getFirst());
                    tally.add(right ? 0 : -1, found.isEmpty(), spent);
                });
        line("REVERSE", "HOUSE", tuned, tally);
    }

    private List<Truth> half(Predicate<Truth> which) {
        return truths.stream().filter(which).toList();
    }

    private static void line(String variant, String kind, boolean tuned, Tally tally) {
        System.out.printf("row half=%s variant=%s kind=%s %s%n", tuned ? "tuned" : "held", variant, kind, tally.line());
    }

    private static void show(Question question, List<Place> found, int rank) {
        System.out.printf(
                "miss %s %s wanted \"%s\" %s asked \"%s\" rank %d got %s%n",
                question.variant(),
                question.truth().kind(),
                question.truth().text(),
                question.truth().ids().stream().limit(1).toList(),
                question.text(),
                rank,
                found.stream()
                        .limit(3)
                        .map(place ->
                                place.kind() + " " + place.id() + " \"" + place.name() + "\" (" + place.address() + ")")
                        .toList());
    }

    private List<Place> ask(GeoQuery question) {
        return bus.query(new GenericQueryMessage<>(question, ResponseTypes.instanceOf(Places.class)))
                .join()
                .getPayload()
                .places();
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static String option(Map<String, String> options, String name, String otherwise) {
        return Objects.requireNonNullElse(options.get(name), otherwise);
    }

    @Override
    public void close() {
        places.close();
    }
}
