package hansom.bench;

import hansom.bench.app.Answer;
import hansom.bench.app.Http;
import hansom.bench.app.RiderApp;
import hansom.bench.app.Spot;
import hansom.bench.node.Node;
import hansom.bench.node.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** From {@code ./start} to the first quote: on an empty folder, where the map is imported, and then again and again on what is there. */
final class StartTime implements Measurement {
    private static final int STARTS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int starts = setting.number().orElse(STARTS);
        Report report = new Report(name(), "start", "ready s", "first quote s");
        List<Double> again = new ArrayList<>();
        double first;
        try (Scratch scratch = Scratch.make()) {
            first = once(setting, scratch, report, "first, with the map's import");
            for (int number = 1; number <= starts; number++)
                again.add(once(setting, scratch, report, "again, " + number));
        }
        again.sort(Double::compare);
        return report.key("seconds", again.get(again.size() / 2))
                .key("first_seconds", first)
                .key("max_seconds", again.getLast())
                .key("n", starts);
    }

    private static double once(Setting setting, Scratch scratch, Report report, String what) {
        try (Node node = scratch.node(setting)) {
            long begun = System.nanoTime();
            node.start();
            double ready = secondsSince(begun);
            RiderApp anna = new RiderApp(new Http(node.url()), "+37799100001", "Anna");
            quoted(anna, setting);
            double quoted = secondsSince(begun);
            report.row(what, ready, quoted);
            return quoted;
        }
    }

    /** A quote between two places of the map, tried until a pair has a way between them. */
    private static void quoted(RiderApp anna, Setting setting) {
        RandomGenerator random = Chance.of(setting.seed(), 0);
        var centre = anna.get("/v1").orRefused().at("map").path("centre");
        Spot middle = new Spot(centre.path("lat").asDouble(), centre.path("lng").asDouble());
        for (int tries = 0; tries < 50; tries++) {
            Answer quote = anna.quote(middle.near(random, 0.002), middle.near(random, 0.005));
            if (quote.taken()) return;
            Rest.ofMillis(1);
        }
        throw new IllegalStateException("no ride could be quoted near the middle of the map");
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
