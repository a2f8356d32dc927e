package hansom.bench.road;

import com.graphhopper.storage.index.Snap;
import hansom.bench.road.OpenMap.Table;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Oracles;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables of many drivers and one pick-up, each another one, as the node answers them and as one search of GraphHopper's for each driver does. Both
 * answer on the thread that asks; what the JVM's other threads use meanwhile (its compilers, its collector of what was left behind) is told apart.
 */
public final class Tables {
    private static final double AROUND_METRES = 4_000;
    private static final int TABLES_PROBED = 3;
    private static final int WARMING = 10;
    private static final double TURN_SECONDS = 0.5;

    private final OpenMap map;
    private final Shortcuts shortcuts;
    private final Moments moments;
    private final int sets;

    public Tables(OpenMap map, int sets, RandomGenerator random) {
        this.map = map;
        this.shortcuts = Shortcuts.prepared(map.hopper());
        this.moments = new Moments(map.network(), random);
        this.sets = sets;
    }

    /** Drivers who were followed before and move, who stand, who are looked for when asked; and GraphHopper's of the same two kinds. */
    public record Ours(
            Row moving, Row standing, Row snapped, Row peer, Row peerSnapped, Compared compared, int wrongNow) {
        public Stream<Row> rows() {
            return Stream.of(moving, standing, snapped, peer, peerSnapped);
        }
    }

    /** As many different tables as there shall be sets. */
    public List<Table> drawn(int drivers, RandomGenerator random) {
        return IntStream.range(0, sets)
                .mapToObj(number -> map.table(random, drivers, AROUND_METRES))
                .toList();
    }

    public Ours ours(List<Table> tables, RandomGenerator random) {
        Roads roads = map.roads();
        List<Known> moving = known(tables, true, random);
        List<Known> standing = known(tables, false, random);
        List<Known> unknown = tables.stream().map(Tables::unknown).toList();
        List<Table> fifth = tables.subList(0, Math.max(1, tables.size() / 5));
        for (int i = 0; i < WARMING; i++) moments.next();
        // What is measured first would otherwise pay for compiling what all use.
        moving.forEach(known -> ours(roads, known));
        standing.forEach(known -> ours(roads, known));
        fifth.forEach(table -> ours(roads, unknown(table)));
        fifth.forEach(table -> theirs(snapped(table)));
        Row first = ours("Hansom, drivers followed, moving", moving);
        Row second = ours("Hansom, drivers followed, standing", standing);
        int wrongNow = wrongNow(roads, unknown);
        Row third = ours("Hansom, drivers looked for when asked", unknown);
        moments.free();
        List<Snapped> before = tables.stream().map(this::snapped).toList();
        Row peer = Row.here("GraphHopper CH, a query each, looked for before", before, Row.NOTHING, this::theirs);
        Row peerSnapped = Row.here(
                "GraphHopper CH, a query each, looked for when asked",
                tables,
                Row.NOTHING,
                table -> theirs(snapped(table)));
        List<List<Double>> free =
                unknown.stream().map(known -> ours(roads, known)).toList();
        checkTurns(before, free);
        return new Ours(
                first,
                second,
                third,
                peer,
                peerSnapped,
                Compared.of(
                        free,
                        peer.seconds(),
                        before.stream().map(this::junctions).toList()),
                wrongNow);
    }

    private Row ours(String who, List<Known> tables) {
        Roads roads = map.roads();
        return Row.here(who, tables, moments::next, known -> ours(roads, known));
    }

    /** One table of each moment, held against a plain search. */
    private int wrongNow(Roads roads, List<Known> tables) {
        int wrong = 0;
        for (int i = 0; i < tables.size(); i += Row.MOMENT) {
            moments.next();
            Known table = tables.get(i);
            Oracles now = Oracles.of(map.network());
            wrong += Exactness.differing(
                    now.roads().times(table.pickup, table.drivers, VehicleType.CAR),
                    now.plain(table.pickup, table.drivers, VehicleType.CAR));
        }
        return wrong;
    }

    /** A build that leaves out what turns cost would be fast and wrong, and is not measured. */
    private void checkTurns(List<Snapped> tables, List<List<Double>> seconds) {
        int longer = 0;
        for (int i = 0; i < Math.min(TABLES_PROBED, tables.size()); i++) {
            Snap pickup = shortcuts.snap(tables.get(i).pickup);
            for (int j = 0; j < seconds.get(i).size(); j++) {
                double without =
                        shortcuts.secondsWithoutTurns(tables.get(i).drivers.get(j), pickup);
                double with = seconds.get(i).get(j);
                if (Double.isFinite(with) && with > without + TURN_SECONDS) longer++;
            }
        }
        if (longer == 0)
            throw new IllegalStateException("turns cost nothing in this build, so nothing of it is worth measuring");
    }

    private record Known(Point pickup, List<Start> drivers) {}

    private List<Known> known(List<Table> tables, boolean moving, RandomGenerator random) {
        List<Known> known = new ArrayList<>();
        for (Table table : tables)
            known.add(new Known(
                    table.pickup(),
                    table.drivers().stream()
                            .map(driver -> map.followed(driver, moving, random))
                            .toList()));
        return known;
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

    private List<Boolean> junctions(Snapped table) {
        boolean pickup = Shortcuts.isAtAJunction(shortcuts.snap(table.pickup));
        return table.drivers.stream()
                .map(driver -> pickup || Shortcuts.isAtAJunction(driver))
                .toList();
    }

    /** The pick-up is looked for once, as ours is. */
    private List<Double> theirs(Snapped table) {
        Snap pickup = shortcuts.snap(table.pickup);
        return table.drivers.stream()
                .map(driver -> shortcuts.seconds(driver, pickup))
                .toList();
    }
}
