package hansom.bench;

import hansom.bench.road.OpenMap;
import hansom.bench.road.Processor;
import hansom.bench.truth.Month;
import hansom.bench.truth.MovedClock;
import hansom.bench.truth.Told;
import hansom.bench.truth.Watch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How far told times are from how long trips take in a city whose truth the node never sees: weeks of trips are played through the node's own
 * code, and the last week is forecast; by the graph alone, by the graph with a factor for each hour that was fitted on the other weeks, and
 * by the node.
 */
final class Eta implements Measurement {
    private static final int TRIPS = 12_000;
    private static final int WEEKS = 4;
    private static final int WAYS = 40;
    private static final int JAMS = 30;

    @Override
    public String name() {
        return "eta";
    }

    @Override
    public Set<String> options() {
        return Set.of("weeks");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int trips = setting.number().orElse(TRIPS);
        int weeks = Math.max(2, setting.whole("weeks").orElse(WEEKS));
        Report report = new Report(name(), "who tells", "mean error, s", "nine of ten within, s", "too much, %");
        MovedClock clock = new MovedClock(Month.begins());
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder(), clock)) {
            Watch watch = new Watch(map, clock, setting.seed(), Chance.of(setting.seed(), 2));
            Map<Integer, List<Double>> errors = watch.errors(WAYS);
            Watch.Minutes jams = watch.jams(JAMS);
            clock.moveTo(Month.begins());
            long begun = Processor.nanos();
            Month month =
                    new Month(map, clock, setting.seed(), Chance.of(setting.seed(), 1), weeks, trips, scratch.folder());
            Map<String, Told> told = month.play();
            double seconds = (Processor.nanos() - begun) / 1e9;
            told.forEach((who, of) -> report.row(WHO.getOrDefault(who, who), of.mean(), of.p90(), 100 * of.bias()));
            report.row("").row("speed of a stretch against the truth, %", "median", "nine of ten within", "stretches");
            errors.forEach((cars, of) -> report.row(
                    "after %d %s".formatted(cars, cars == 1 ? "car" : "cars"),
                    100 * Watch.Minutes.share(of, 0.5),
                    100 * Watch.Minutes.share(of, 0.9),
                    of.size()));
            report.row("").row("a jam that a car enters every two minutes", "median, min", "nine of ten, min", "jams");
            jams(report, "until it is half seen", jams.seen());
            jams(report, "until it is half forgotten, cars coming on", jams.forgotten());
            jams(report, "until it is half forgotten, no car coming", jams.forgottenAlone());
            Told ours = Objects.requireNonNull(told.get("told"));
            Told graphHour = Objects.requireNonNull(told.get("graph_hour"));
            report.row("")
                    .row("trips; passages learned from; s CPU", month.trips(), month.passed(), seconds)
                    .row("roads, traffic, model", month.lastName())
                    .key("mae_s", ours.mean())
                    .key("graph_hour_mae_s", graphHour.mean())
                    .key("gain_pct", 100 * (1 - ours.mean() / graphHour.mean()))
                    .key("bias_pct", 100 * ours.bias())
                    .key("p90_s", ours.p90())
                    .key(
                            "roads_mae_s",
                            Objects.requireNonNull(told.get("roads")).mean())
                    .key("jam_seen_min", Watch.Minutes.share(jams.seen(), 0.5))
                    .key("jam_forgotten_min", Watch.Minutes.share(jams.forgottenAlone(), 0.5))
                    .key("weeks", weeks);
        }
        return report.key("n", trips);
    }

    private static final Map<String, String> WHO = Map.of(
            "truth", "who knew the roads of that hour to come, but neither driver nor lights",
            "graph", "the graph alone",
            "graph_hour", "the graph × hour",
            "graph_hour_of_week", "the graph × hour of the week",
            "usual", "the node's usual traffic",
            "roads", "the node's roads as they are, without a model",
            "told", "the node, as told to people");

    private static void jams(Report report, String what, List<Double> minutes) {
        report.row(what, Watch.Minutes.share(minutes, 0.5), Watch.Minutes.share(minutes, 0.9), minutes.size());
    }
}
