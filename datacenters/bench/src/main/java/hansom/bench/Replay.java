package hansom.bench;

import hansom.bench.node.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast every view is made again from the stored events, against only reading them, both with as many threads. A few real rides are told
 * again by as many other people as it takes; {@code --events} says how many events that shall be.
 */
final class Replay implements Measurement {
    private static final int RIDES = 3;
    private static final int EVENTS = 200_000;
    private static final String ROUND = "round=";

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Set<String> options() {
        return Set.of("events");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        Report report = new Report(name(), "round", "events", "only read, events/s", "rebuilt, events/s", "ratio");
        Map<String, String> last = Map.of();
        try (Scratch scratch = Scratch.make()) {
            Path data;
            try (Node node = scratch.node(setting)) {
                node.start();
                for (int ride = 0; ride < RIDES; ride++)
                    Figures.run(List.of(setting.home().resolve("try").toString(), "--url", node.url()));
                data = node.data();
            }
            for (String line : Figures.of(
                    setting,
                    "hansom.replay.ReplayFigures",
                    "--hansom.data=" + data,
                    "--events=" + setting.whole("events").orElse(EVENTS))) {
                if (!line.startsWith(ROUND)) continue;
                last = Figures.keys(line);
                report.row(
                        last.getOrDefault("round", ""),
                        last.getOrDefault("events", ""),
                        Figures.number(last, "read_only_per_s"),
                        Figures.number(last, "events_per_s"),
                        ratio(last));
            }
        }
        return report.key("events_per_s", Figures.number(last, "events_per_s"))
                .key("read_only_per_s", Figures.number(last, "read_only_per_s"))
                .key("ratio", ratio(last))
                .key("n", last.getOrDefault("events", ""));
    }

    private static double ratio(Map<String, String> keys) {
        return Figures.number(keys, "events_per_s") / Figures.number(keys, "read_only_per_s");
    }
}
