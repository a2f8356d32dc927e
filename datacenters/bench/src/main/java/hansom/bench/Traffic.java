package hansom.bench;

import hansom.bench.road.Churn;
import hansom.bench.road.OpenMap;

/** What it takes until every road of the map has another pace and others are closed, whether answers stay right meanwhile, and whether anybody waits. */
final class Traffic implements Measurement {
    private static final int SNAPSHOTS = 30;
    private static final int ANSWERS = 10_000;
    private static final int TABLES = 5_000;

    @Override
    public String name() {
        return "traffic";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int answers = setting.number().orElse(ANSWERS);
        Report report = new Report(name(), "what", "figure");
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            Churn churn = new Churn(map, Chance.of(setting.seed(), 1));
            Churn.Published cold = churn.publish(SNAPSHOTS / 3);
            Churn.Published warm = churn.publish(SNAPSHOTS);
            int wrong = churn.wrong(answers);
            Churn.Asked asked = churn.ask(TABLES, scratch.folder());
            report.row("directed stretches, each with a passage", warm.stretches())
                    .row("learning them, ms CPU", warm.learnMillis())
                    .row("from there to published, ms CPU", warm.publishMillis())
                    .row("the same, the first times", cold.publishMillis())
                    .row("answers of " + answers + " that differ from a plain search", wrong)
                    .row("tables asked while snapshots were published", asked.tables())
                    .row("snapshots published meanwhile", asked.snapshots())
                    .row("p99 of a table then, ms", asked.p99Millis())
                    .row("p99 of a table when nothing is published, ms", asked.quietP99Millis())
                    .row("the longest, ms", asked.longestMillis())
                    .row("held by another thread for more than 5 ms", asked.held())
                    .key("publish_ms", warm.publishMillis())
                    .key("learn_ms", warm.learnMillis())
                    .key("stretches", warm.stretches())
                    .key("wrong", wrong)
                    .key("blocked", asked.held())
                    .key("p99_ms", asked.p99Millis())
                    .key("quiet_p99_ms", asked.quietP99Millis())
                    .key("longest_ms", asked.longestMillis())
                    .key("snapshots", asked.snapshots());
        }
        return report.key("n", answers);
    }
}
