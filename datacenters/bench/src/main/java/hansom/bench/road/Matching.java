package hansom.bench.road;

import hansom.bench.peer.Peers;
import hansom.bench.peer.Valhalla;
import hansom.bench.peer.Valhalla.Seen;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.track.TrackConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The same tracks matched to roads by the node's matcher and by Valhalla's. */
public final class Matching {
    private static final int WARMING = 20;
    /** Both draw the same map, so what is farther from the way driven is another road. */
    private static final double SAME_ROAD_METRES = 3;

    private final OpenMap map;
    private final Trips trips;
    private final List<Line> lines;

    /**
     * By how much the matched length differs from the driven one, in hundredths; which share of the matched line is on other roads, and of the driven
     * one is missing; and microseconds of all processors for each point.
     */
    public record Result(String who, double mean, double p95, double wrong, double missed, double micros, int points) {}

    public Matching(OpenMap map, int tracks, RandomGenerator random) {
        this.map = map;
        this.trips = new Trips(map, random);
        this.lines = trips.drawn(tracks);
    }

    public double meanMetres() {
        return lines.stream().mapToDouble(Line::metres).average().orElse(0);
    }

    /** Valhalla's is empty when it is absent. */
    public record Both(Result ours, Optional<Result> valhalla) {}

    public Both matched(int everySeconds, double noise, boolean steady, Peers peers)
            throws IOException, InterruptedException {
        List<List<DriverPosition>> tracks = lines.stream()
                .map(line -> trips.recorded(line, everySeconds, noise, steady))
                .toList();
        var matcher = TrackConfiguration.matcher(map.network(), RoadConfiguration.planner(map.network()));
        Result ours = result(
                "Hansom",
                tracks,
                Processor::nanos,
                track -> new Line(matcher.apply(track).line()));
        Optional<Valhalla> found = peers.valhalla();
        if (found.isEmpty()) return new Both(ours, Optional.empty());
        try (Valhalla valhalla = found.get()) {
            Function<List<DriverPosition>, Line> theirs =
                    track -> new Line(valhalla.matched(seen(track), noise).stream()
                            .map(spot -> new Point(spot.lat(), spot.lng()))
                            .toList());
            return new Both(ours, Optional.of(result("Valhalla", tracks, valhalla::cpuNanos, theirs)));
        }
    }

    private static List<Seen> seen(List<DriverPosition> track) {
        var begun = track.getFirst().at();
        return track.stream()
                .map(position -> new Seen(
                        PeerTables.spot(position.point()),
                        Duration.between(begun, position.at()).toSeconds()))
                .toList();
    }

    private Result result(
            String who,
            List<List<DriverPosition>> tracks,
            LongSupplier clock,
            Function<List<DriverPosition>, Line> matcher) {
        matched(tracks.subList(0, Math.min(WARMING, tracks.size())), matcher);
        long begun = clock.getAsLong();
        List<Line> matched = matched(tracks, matcher);
        long spent = clock.getAsLong() - begun;
        int points = tracks.stream().mapToInt(List::size).sum();
        double[] errors = new double[matched.size()];
        double wrong = 0;
        double missed = 0;
        for (int i = 0; i < errors.length; i++) {
            double whole = lines.get(i).metres();
            errors[i] = 100 * Math.abs(matched.get(i).metres() - whole) / whole;
            wrong += matched.get(i).shareOff(lines.get(i), SAME_ROAD_METRES);
            missed += lines.get(i).shareOff(matched.get(i), SAME_ROAD_METRES);
        }
        double mean = Arrays.stream(errors).average().orElse(Double.NaN);
        Arrays.sort(errors);
        return new Result(
                who,
                mean,
                errors[(int) (errors.length * 0.95)],
                100 * wrong / errors.length,
                100 * missed / errors.length,
                spent / 1e3 / points,
                points);
    }

    private static List<Line> matched(List<List<DriverPosition>> tracks, Function<List<DriverPosition>, Line> matcher) {
        return tracks.stream().map(matcher).toList();
    }
}
