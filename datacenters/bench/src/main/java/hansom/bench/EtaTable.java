package hansom.bench;

import hansom.bench.road.OpenMap;
import hansom.bench.road.Tables;

/** How long each of many drivers takes to one pick-up, against one search of GraphHopper's for each of them. */
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
                name(), "drivers", "who answers", "first tenth, µs CPU", "the others, µs CPU", "times the first row");
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            Tables tables = new Tables(map, sets);
            report.key("drivers", DRIVERS[0]);
            for (int drivers : DRIVERS) {
                Tables.Measured measured = tables.measured(drivers, Chance.of(setting.seed(), drivers));
                double ours = measured.moving().others();
                for (Tables.Row row : measured.rows())
                    report.row(drivers, row.who(), row.first(), row.others(), row.others() / ours);
                keys(report, measured, drivers == DRIVERS[0] ? "" : "_" + drivers);
            }
        }
        return report.key("n", sets);
    }

    private static void keys(Report report, Tables.Measured measured, String suffix) {
        report.key("hansom_us" + suffix, measured.moving().others())
                .key("hansom_standing_us" + suffix, measured.standing().others())
                .key("hansom_snapped_us" + suffix, measured.snapped().others())
                .key("graphhopper_us" + suffix, measured.peer().others())
                .key(
                        "ratio" + suffix,
                        measured.peer().others() / measured.moving().others())
                .key(
                        "ratio_standing" + suffix,
                        measured.peer().others() / measured.standing().others())
                .key(
                        "ratio_snapped" + suffix,
                        measured.peerSnapped().others() / measured.snapped().others())
                .key("wrong" + suffix, measured.compared().wrong())
                .key("differ_at_junctions" + suffix, measured.compared().atJunctions())
                .key("compared" + suffix, measured.compared().pairs())
                .key("sum_s" + suffix, measured.compared().one())
                .key("graphhopper_sum_s" + suffix, measured.compared().other());
    }
}
