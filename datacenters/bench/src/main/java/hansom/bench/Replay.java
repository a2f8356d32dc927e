package hansom.bench;

import hansom.bench.node.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
                    run(List.of(setting.home().resolve("try").toString(), "--url", node.url()));
                data = node.data();
            }
            for (String line : run(figures(setting, data))) {
                if (!line.startsWith(ROUND)) continue;
                last = keys(line);
                report.row(
                        last.getOrDefault("round", ""),
                        last.getOrDefault("events", ""),
                        number(last, "read_only_per_s"),
                        number(last, "events_per_s"),
                        ratio(last));
            }
        }
        return report.key("events_per_s", number(last, "events_per_s"))
                .key("read_only_per_s", number(last, "read_only_per_s"))
                .key("ratio", ratio(last))
                .key("n", last.getOrDefault("events", ""));
    }

    private static List<String> figures(Setting setting, Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                setting.home().resolve("datacenters/node/target/hansom.jar").toString(),
                "-Dloader.main=hansom.replay.ReplayFigures",
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--hansom.data=" + data,
                "--events=" + setting.whole("events").orElse(EVENTS));
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said;
        try (BufferedReader out = process.inputReader()) {
            said = out.lines().toList();
        }
        if (process.waitFor() == 0) return said;
        throw new IllegalStateException("%s ended with %d: %s"
                .formatted(
                        command.getFirst(),
                        process.exitValue(),
                        said.subList(Math.max(0, said.size() - 5), said.size())));
    }

    private static Map<String, String> keys(String line) {
        Map<String, String> keys = new HashMap<>();
        for (String word : line.split(" ")) {
            int at = word.indexOf('=');
            if (at > 0) keys.put(word.substring(0, at), word.substring(at + 1));
        }
        return keys;
    }

    private static double number(Map<String, String> keys, String key) {
        String text = keys.get(key);
        if (text == null) throw new IllegalStateException("nothing was measured: there is no " + key);
        return Double.parseDouble(text);
    }

    private static double ratio(Map<String, String> keys) {
        return number(keys, "events_per_s") / number(keys, "read_only_per_s");
    }
}
