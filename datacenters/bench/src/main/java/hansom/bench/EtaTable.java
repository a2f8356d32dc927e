package hansom.bench;

import hansom.bench.road.OpenMap;
import hansom.bench.road.OpenMap.Table;
import hansom.bench.road.PeerTables;
import hansom.bench.road.PeerTables.Looked;
import hansom.bench.road.Row;
import hansom.bench.road.Tables;
import hansom.bench.road.Tables.Ours;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** How long each of many drivers takes to one pick-up, beside GraphHopper and whatever other engines are there. */
final class EtaTable implements Measurement {
    private static final int SETS = 1_000;
    private static final int[] DRIVERS = {100, 200};

    @Override
    public String name() {
        return "eta-table";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int sets = setting.number().orElse(SETS);
        Report report = new Report(
                name(),
                "drivers",
                "who answers",
                "first tenth, µs CPU",
                "the others, µs CPU",
                "times the first row",
                "of all threads, µs CPU",
                "times the first row");
        report.key("drivers", DRIVERS[0]);
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            PeerTables peers = new PeerTables(setting.peers(OpenMap.file(setting.map(), scratch.folder())));
            Tables tables = new Tables(map, sets, Chance.of(setting.seed(), 0));
            for (int drivers : DRIVERS) {
                RandomGenerator random = Chance.of(setting.seed(), drivers);
                List<Table> drawn = tables.drawn(drivers, random);
                tell(report, drivers, tables.ours(drawn, random), peers.osrm(drawn), peers.valhalla(drawn));
            }
        }
        return report.key("n", sets);
    }

    private static void tell(Report report, int drivers, Ours ours, Optional<Looked> osrm, Optional<Row> valhalla) {
        double moving = ours.moving().others();
        double all = ours.moving().allThreads();
        Stream.of(
                        ours.rows(),
                        osrm.stream().flatMap(looked -> Stream.of(looked.before(), looked.after())),
                        valhalla.stream())
                .flatMap(rows -> rows)
                .forEach(row -> report.row(
                        drivers,
                        row.who(),
                        row.first(),
                        row.others(),
                        row.others() / moving,
                        row.allThreads(),
                        row.allThreads() / all));
        String suffix = drivers == DRIVERS[0] ? "" : "_" + drivers;
        report.key("hansom_us" + suffix, moving)
                .key("hansom_standing_us" + suffix, ours.standing().others())
                .key("hansom_snapped_us" + suffix, ours.snapped().others())
                .key("graphhopper_us" + suffix, ours.peer().others())
                .key("ratio" + suffix, ours.peer().others() / moving)
                .key("hansom_all_us" + suffix, all)
                .key("ratio_all" + suffix, ours.peer().allThreads() / all)
                .key(
                        "ratio_standing" + suffix,
                        ours.peer().others() / ours.standing().others())
                .key(
                        "ratio_snapped" + suffix,
                        ours.peerSnapped().others() / ours.snapped().others())
                .peer("osrm_us" + suffix, osrm.map(looked -> looked.after().others()))
                .peer(
                        "osrm_hints_us" + suffix,
                        osrm.map(looked -> looked.before().others()))
                .peer("valhalla_us" + suffix, valhalla.map(Row::others))
                .key("wrong" + suffix, ours.compared().wrong() + ours.wrongNow())
                .key("differ_at_junctions" + suffix, ours.compared().atJunctions())
                .key("compared" + suffix, ours.compared().pairs())
                .key("sum_s" + suffix, ours.compared().one())
                .key("graphhopper_sum_s" + suffix, ours.compared().other());
    }
}
