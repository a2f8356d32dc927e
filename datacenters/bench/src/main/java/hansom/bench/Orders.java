package hansom.bench;

import hansom.bench.load.Rides;
import hansom.bench.load.Town;
import hansom.bench.node.Node;
import hansom.bench.node.Part;
import hansom.bench.node.Usage;
import hansom.bench.profile.Recording;
import hansom.bench.profile.Recording.Share;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whole rides through the public API at an offered rate, from the quote to the captured fare, and where the node's time goes. */
final class Orders implements Measurement {
    private static final double RATE = 10;
    private static final int PEOPLE_FOR_EACH = 8;
    private static final int FEWEST_PEOPLE = 24;
    private static final double SECONDS_OF_WARMING = 30;
    private static final int SHOWN = 12;
    private static final double MILLISECONDS = 1_000;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Set<String> options() {
        return Set.of("rate");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        double rate = setting.decimal("rate").orElse(RATE);
        double seconds = setting.minutes().orElse(1) * 60;
        int people = setting.number().orElse(Math.max(FEWEST_PEOPLE, (int) (rate * PEOPLE_FOR_EACH)));
        Report report = new Report(name(), "what", "value").key("n", people);
        try (Scratch scratch = Scratch.make();
                Node node = scratch.node(setting)) {
            Path recording = scratch.folder().resolve("node.jfr");
            node.with("JDK_JAVA_OPTIONS", Recording.option(recording)).start();
            Instant from;
            Instant until;
            try (Town town = Town.of(node, people, Chance.of(setting.seed(), 1))) {
                new Rides(town, setting.seed()).offer(rate / 2, SECONDS_OF_WARMING);
                Rides rides = new Rides(town, setting.seed() + 1);
                from = Instant.now();
                Usage before = Usage.of(node);
                double own = Usage.ownSeconds();
                double took = rides.offer(rate, seconds);
                until = Instant.now();
                tell(report, rides, took);
                processors(report, rides, before, Usage.of(node), Usage.ownSeconds() - own);
            }
            node.stop();
            profile(report, Recording.read(recording, from, until));
        }
        return report;
    }

    private static void tell(Report report, Rides rides, double took) {
        long lost = rides.lost();
        double held = rides.completed() / took;
        report.row("rides offered", rides.offered())
                .row("not begun, for every rider had one", rides.nobodyFree())
                .row("driven and paid", rides.completed())
                .row("seconds", took)
                .row("place to offer ms, p50", rides.offers().quantile(0.5))
                .row("place to offer ms, p99", rides.offers().quantile(0.99))
                .row("accepted step to the rider's phone ms, p50", rides.lags().quantile(0.5))
                .row("accepted step to the rider's phone ms, p99", rides.lags().quantile(0.99))
                .row("place to paid ms, p50", rides.whole().quantile(0.5))
                .row("place to paid ms, p99", rides.whole().quantile(0.99));
        rides.troubles().forEach((what, times) -> report.row("unexpected: " + what, times));
        report.key("rides_per_s", held)
                .key("p99_offer_ms", rides.offers().quantile(0.99))
                .key("lag_ms", rides.lags().quantile(0.99))
                .key("lost", lost)
                .key("offered_per_s", rides.offered() / took);
    }

    private static void processors(Report report, Rides rides, Usage before, Usage after, double own) {
        double all = 0;
        for (Part part : Part.values()) {
            double each = MILLISECONDS * after.secondsSince(before, part) / Math.max(1, rides.completed());
            all += each;
            report.row("processor ms a ride, " + part, each);
        }
        report.row("processor ms a ride, the load itself", MILLISECONDS * own / Math.max(1, rides.completed()))
                .key("node_cpu_ms_per_ride", all);
    }

    private static void profile(Report report, Recording recording) {
        shares(report, "by thread", recording.byThread(SHOWN));
        shares(report, "by whose work", recording.byOwner(2 * SHOWN));
        shares(report, "by what ran", recording.byTop(2 * SHOWN));
    }

    private static void shares(Report report, String how, List<Share> shares) {
        shares.forEach(share -> report.row("%% of JVM samples %s: %s".formatted(how, share.what()), share.percent()));
    }
}
