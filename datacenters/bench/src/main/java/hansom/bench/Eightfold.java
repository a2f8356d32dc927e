package hansom.bench;

import hansom.bench.road.LargeMap;
import hansom.bench.road.OpenMap;

/** The map eight times over, for no extract of so large a city is to be had: its hierarchy is ordered, given weights and asked. */
final class Eightfold implements Measurement {
    private static final int COPIES = 8;
    private static final int TABLES = 500;
    private static final int COMPARED = 10;

    @Override
    public String name() {
        return "large-map";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int tables = setting.number().orElse(TABLES);
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            LargeMap.Result result =
                    new LargeMap(map, COPIES).measured(tables, COMPARED, Chance.of(setting.seed(), COPIES));
            return new Report(name(), "what", "figure")
                    .row("the map, so many times", COPIES)
                    .row("directed stretches", result.stretches())
                    .row("ordering them, once a map, s CPU", result.orderSeconds())
                    .row("the hierarchy without weights, MB", result.megabytes())
                    .row("new weights for all, ms CPU", result.customiseMillis())
                    .row("a table of 100 drivers anywhere on it, µs CPU", result.tableMicros())
                    .row("answers of " + result.compared() + " that differ from a plain search", result.wrong())
                    .key("copies", COPIES)
                    .key("stretches", result.stretches())
                    .key("order_s", result.orderSeconds())
                    .key("hierarchy_mb", result.megabytes())
                    .key("customise_ms", result.customiseMillis())
                    .key("table_us", result.tableMicros())
                    .key("wrong", result.wrong())
                    .key("n", tables);
        }
    }
}
