package hansom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program inside the node's jar that measures one of its engines by itself and prints lines of keys. */
final class Figures {
    private static final int LAST_WORDS = 5;

    private Figures() {}

    /** What the program printed; one that fails is an IllegalStateException with its last words. */
    static List<String> of(Setting setting, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                setting.home().resolve("datacenters/node/target/hansom.jar").toString(),
                "-Dloader.main=" + program,
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static List<String> run(List<String> command) throws IOException, InterruptedException {
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
                        said.subList(Math.max(0, said.size() - LAST_WORDS), said.size())));
    }

    /** The keys of a line, {@code key=value} between blanks. */
    static Map<String, String> keys(String line) {
        Map<String, String> keys = new HashMap<>();
        for (String word : line.split(" ", -1)) {
            int at = word.indexOf('=');
            if (at > 0) keys.put(word.substring(0, at), word.substring(at + 1));
        }
        return keys;
    }

    static double number(Map<String, String> keys, String key) {
        String text = keys.get(key);
        if (text == null) throw new IllegalStateException("nothing was measured: there is no " + key);
        return Double.parseDouble(text);
    }
}
