package hansom.bench;

import hansom.bench.road.Churn;
import hansom.bench.road.Exactness;
import hansom.bench.road.Exactness.Held;
import hansom.bench.road.OpenMap;

/** Whether travel times are those of the fastest way: on quiet roads, and while every road changes its pace and others are closed. */
final class Exact implements Measurement {
    private static final int PAIRS = 10_000;
    private static final int VALUES_A_PAIR = 10;

    @Override
    public String name() {
        return "exact";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int pairs = setting.number().orElse(PAIRS);
        Report report = new Report(name(), "what", "answers", "with a way", "differ", "most apart, s");
        int wrong = 0;
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            Exactness exact = new Exactness(map, Chance.of(setting.seed(), 1));
            wrong += row(report, "pairs by rank, cars, both searches", exact.pairs(pairs / 4));
            wrong += row(report, "pairs by rank, trucks, both searches", exact.pairsOfTrucks(pairs / 4));
            wrong += row(report, "tables", exact.tables(pairs * VALUES_A_PAIR / 2));
            wrong += row(report, "on the target's own stretch", exact.onOneStretch(pairs));
            Churn churn = new Churn(map, Chance.of(setting.seed(), 2));
            int changing = churn.during(() -> row(report, "pairs by rank, roads changing", exact.pairs(pairs / 2))
                    + row(report, "tables, roads changing", exact.tables(pairs * VALUES_A_PAIR / 2))
                    + row(report, "on one stretch, roads changing", exact.onOneStretch(pairs)));
            report.row("snapshots meanwhile", churn.snapshots());
            wrong += changing;
        }
        return report.key("wrong", wrong).key("n", pairs);
    }

    private static int row(Report report, String what, Held held) {
        report.row(what, held.answers(), held.ways(), held.differ(), held.mostSeconds());
        return held.differ();
    }
}
