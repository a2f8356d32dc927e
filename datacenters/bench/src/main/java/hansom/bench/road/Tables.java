package hansom.bench.road;

import com.graphhopper.storage.index.Snap;
import hansom.bench.road.OpenMap.Table;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Tables of many drivers and one pick-up, each another one, as the node answers them and as one search of GraphHopper's for each driver does. */
public final class Tables {
    private static final double AROUND_METRES = 4_000;
    /** Ours are whole milliseconds of each stretch, GraphHopper's are not rounded. */
    private static final double ROUNDING_SECONDS = 0.5;

    private final OpenMap map;
    private final Shortcuts shortcuts;
    private final int sets;

    public Tables(OpenMap map, int sets) {
        this.map = map;
        this.shortcuts = Shortcuts.prepared(map.hopper());
        this.sets = sets;
    }

    /** What one way of asking cost for each table, in microseconds of all processors, and what it answered, in seconds. */
    public record Row(String who, double first, double others, List<List<Double>> seconds) {
        public Row {
            seconds = List.copyOf(seconds);
        }
    }

    /** Drivers who were followed before and move, who stand, who are looked for when asked; and GraphHopper's of the same two kinds. */
    public record Measured(Row moving, Row standing, Row snapped, Row peer, Row peerSnapped, Compared compared) {
        public List<Row> rows() {
            return List.of(moving, standing, snapped, peer, peerSnapped);
        }
    }

    public Measured measured(int drivers, RandomGenerator random) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < sets; i++) tables.add(map.table(random, drivers, AROUND_METRES));
        Roads roads = map.roads();
        warm(roads, tables.subList(0, Math.max(1, sets / 5)), random);
        Row moving = row("Hansom, drivers followed, moving", known(tables, true, random), known -> ours(roads, known));
        Row standing =
                row("Hansom, drivers followed, standing", known(tables, false, random), known -> ours(roads, known));
        Row snapped = row(
                "Hansom, drivers looked for when asked",
                tables.stream().map(Tables::unknown).toList(),
                unknown -> ours(roads, unknown));
        Row peer = row(
                "GraphHopper CH, a query each, looked for before",
                tables.stream().map(this::snapped).toList(),
                this::theirs);
        Row peerSnapped =
                row("GraphHopper CH, a query each, looked for when asked", tables, table -> theirs(snapped(table)));
        List<List<Boolean>> junctions = tables.stream()
                .map(table -> {
                    boolean pickup = Shortcuts.isAtAJunction(shortcuts.snap(table.pickup()));
                    return table.drivers().stream()
                            .map(driver -> pickup || Shortcuts.isAtAJunction(shortcuts.snap(driver)))
                            .toList();
                })
                .toList();
        return new Measured(
                moving, standing, snapped, peer, peerSnapped, Compared.of(snapped.seconds, peer.seconds, junctions));
    }

    /** Both are asked a fifth of it beforehand: which is measured first would otherwise pay for compiling what all use. */
    private void warm(Roads roads, List<Table> tables, RandomGenerator random) {
        known(tables, true, random).forEach(known -> ours(roads, known));
        tables.forEach(table -> theirs(snapped(table)));
    }

    private record Known(Point pickup, List<Start> drivers) {}

    private List<Known> known(List<Table> tables, boolean moving, RandomGenerator random) {
        return tables.stream()
                .map(table -> new Known(
                        table.pickup(),
                        table.drivers().stream()
                                .map(driver -> map.followed(driver, moving, random))
                                .toList()))
                .toList();
    }

    private static Known unknown(Table table) {
        return new Known(table.pickup(), table.drivers().stream().map(Start::at).toList());
    }

    private static List<Double> ours(Roads roads, Known known) {
        return roads.times(known.pickup, known.drivers, VehicleType.CAR).stream()
                .map(Tables::seconds)
                .toList();
    }

    private static double seconds(Optional<Duration> time) {
        return time.map(Duration::toMillis).map(millis -> millis / 1000.0).orElse(Double.POSITIVE_INFINITY);
    }

    private record Snapped(Point pickup, List<Snap> drivers) {}

    private Snapped snapped(Table table) {
        return new Snapped(
                table.pickup(), table.drivers().stream().map(shortcuts::snap).toList());
    }

    /** The pick-up is looked for once, as ours is. */
    private List<Double> theirs(Snapped table) {
        Snap pickup = shortcuts.snap(table.pickup);
        return table.drivers.stream()
                .map(driver -> shortcuts.seconds(driver, pickup))
                .toList();
    }

    private static <T> Row row(String who, List<T> tables, Function<T, List<Double>> asked) {
        List<List<Double>> seconds = new ArrayList<>();
        int first = Math.max(1, tables.size() / 10);
        long begun = Processor.nanos();
        for (T table : tables.subList(0, first)) seconds.add(asked.apply(table));
        long warm = Processor.nanos();
        for (T table : tables.subList(first, tables.size())) seconds.add(asked.apply(table));
        long done = Processor.nanos();
        return new Row(who, (warm - begun) / 1e3 / first, (done - warm) / 1e3 / (tables.size() - first), seconds);
    }

    /**
     * Where one finds a way and the other does not, or another one that takes longer, they differ; the sums are of the pairs that both answer. At a
     * junction GraphHopper's search knows no road to begin on, and so no turn that is forbidden from it.
     */
    public record Compared(int pairs, int wrong, int atJunctions, double one, double other) {
        static Compared of(List<List<Double>> ones, List<List<Double>> others, List<List<Boolean>> junctions) {
            int pairs = 0;
            int wrong = 0;
            int atJunctions = 0;
            double one = 0;
            double other = 0;
            for (int i = 0; i < ones.size(); i++)
                for (int j = 0; j < ones.get(i).size(); j++) {
                    double mine = ones.get(i).get(j);
                    double theirs = others.get(i).get(j);
                    pairs++;
                    boolean both = Double.isFinite(mine) && Double.isFinite(theirs);
                    if (both) {
                        one += mine;
                        other += theirs;
                    }
                    boolean same = both ? Math.abs(mine - theirs) <= ROUNDING_SECONDS : mine == theirs;
                    if (same) continue;
                    if (junctions.get(i).get(j)) atJunctions++;
                    else wrong++;
                }
            return new Compared(pairs, wrong, atJunctions, one, other);
        }
    }
}
