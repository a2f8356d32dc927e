package hansom.bench.road;

import hansom.bench.app.Spot;
import hansom.bench.peer.Osrm;
import hansom.bench.peer.Peers;
import hansom.bench.peer.Valhalla;
import hansom.bench.road.OpenMap.Table;
import hansom.contract.geo.Point;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The same tables asked of other engines. What theirs cost includes reading the question and writing the answer, as they are asked by HTTP. */
public final class PeerTables {
    /** Valhalla takes so long that it is asked each tenth table only. */
    private static final int SELDOM = 10;

    private final Peers peers;

    /** An engine's tables when it looks for the drivers' roads as it is asked, and what is left of it without looking for them. */
    public record Looked(Row after, Row before) {}

    public PeerTables(Peers peers) {
        this.peers = peers;
    }

    /** Looking for roads is measured apart and taken off, but for those of the pick-up and one driver; empty when the engine is absent. */
    public Optional<Looked> osrm(List<Table> tables) throws IOException, InterruptedException {
        Optional<Osrm> found = peers.osrm();
        if (found.isEmpty()) return Optional.empty();
        try (Osrm osrm = found.get()) {
            Function<Table, List<Double>> whole = table -> osrm.seconds(spot(table.pickup()), spots(table.drivers()));
            asked(tables.subList(0, Math.max(1, tables.size() / 5)), whole);
            Row after = Row.there("OSRM CH table, looked for when asked", tables, osrm::cpuNanos, whole);
            Row looking = Row.there("", tables, osrm::cpuNanos, table -> {
                osrm.onlyFirst(spot(table.pickup()), spots(table.drivers()));
                return List.of();
            });
            Row least = Row.there("", tables, osrm::cpuNanos, table -> {
                osrm.onlyFirst(spot(table.pickup()), spots(table.drivers().subList(0, 1)));
                return List.of();
            });
            return Optional.of(new Looked(after, after.without("OSRM CH table, looked for before", looking, least)));
        }
    }

    /** It knows no drivers who were looked for before; empty when the engine is absent. */
    public Optional<Row> valhalla(List<Table> tables) throws IOException, InterruptedException {
        Optional<Valhalla> found = peers.valhalla();
        if (found.isEmpty()) return Optional.empty();
        List<Table> seldom = IntStream.iterate(0, i -> i < tables.size(), i -> i + SELDOM)
                .mapToObj(tables::get)
                .toList();
        try (Valhalla valhalla = found.get()) {
            Function<Table, List<Double>> whole =
                    table -> valhalla.seconds(spot(table.pickup()), spots(table.drivers()));
            asked(seldom.subList(0, 1), whole);
            return Optional.of(Row.there(
                    "Valhalla matrix, looked for when asked, each tenth table", seldom, valhalla::cpuNanos, whole));
        }
    }

    /** What is measured first would otherwise pay for whatever an engine does when it is asked for the first time. */
    private static List<List<Double>> asked(List<Table> tables, Function<Table, List<Double>> whole) {
        return tables.stream().map(whole).toList();
    }

    static Spot spot(Point point) {
        return new Spot(point.lat(), point.lng());
    }

    private static List<Spot> spots(List<Point> points) {
        return points.stream().map(PeerTables::spot).toList();
    }
}
