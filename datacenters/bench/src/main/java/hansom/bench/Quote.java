package hansom.bench;

import hansom.bench.load.Quotes;
import hansom.bench.load.Quotes.Held;
import hansom.bench.node.Node;
import hansom.bench.node.Part;
import hansom.bench.node.Usage;
import java.util.Set;

/** Quotes of every class between two points, surge and signature included, through the public API: as many as the node can, and how long one takes at a steady rate. */
final class Quote implements Measurement {
    private static final double RATE = 340;
    private static final int RIDERS = 16;
    private static final double WARMING_SECONDS = 30;
    private static final double MILLISECONDS = 1_000;

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public Set<String> options() {
        return Set.of("rate");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        double rate = setting.decimal("rate").orElse(RATE);
        double seconds = setting.minutes().orElse(1) * 60;
        int riders = setting.number().orElse(RIDERS);
        Report report = new Report(name(), "what", "value").key("n", riders);
        try (Scratch scratch = Scratch.make();
                Node node = scratch.node(setting)) {
            node.start();
            Quotes quotes = Quotes.of(node, riders, Chance.of(setting.seed(), 1));
            quotes.asManyAsItCan(WARMING_SECONDS);
            Usage before = Usage.of(node);
            Held most = quotes.asManyAsItCan(seconds / 2);
            Usage after = Usage.of(node);
            Held steady = quotes.atARate(rate, seconds);
            double cpu = 0;
            for (Part part : Part.values()) cpu += MILLISECONDS * after.secondsSince(before, part) / most.answered();
            report.row("quotes a second, as many as it can", most.perSecond())
                    .row("processor ms of the node for each", cpu)
                    .row("p99 then, ms", most.times().quantile(0.99))
                    .row("classes in each", quotes.classes())
                    .row("at a rate, a second", rate)
                    .row("answered a second then", steady.perSecond())
                    .row("p50 then, ms", steady.times().quantile(0.5))
                    .row("p99 then, ms", steady.times().quantile(0.99))
                    .row("without an answer or a signature", most.failed() + steady.failed())
                    .key("per_s", most.perSecond())
                    .key("p99_ms", steady.times().quantile(0.99))
                    .key("at_per_s", steady.perSecond())
                    .key("classes", quotes.classes())
                    .key("node_cpu_ms", cpu)
                    .key("failed", most.failed() + steady.failed());
        }
        return report;
    }
}
