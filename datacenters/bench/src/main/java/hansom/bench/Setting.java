package hansom.bench;

import hansom.bench.peer.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What a run was asked to measure, and on what. */
record Setting(Path home, List<String> names, Map<String, String> options) {
    private static final Set<String> FOR_ALL = Set.of("map", "seed", "n", "minutes");

    Setting {
        names = List.copyOf(names);
        options = Map.copyOf(options);
    }

    /** Reads a command line; what cannot be meant is an {@link IllegalArgumentException} that says why. */
    static Setting of(Path home, List<String> line, Map<String, Set<String>> known) {
        List<String> names =
                line.stream().takeWhile(word -> !word.startsWith("--")).toList();
        if (names.isEmpty()) throw new IllegalArgumentException("name what to measure: " + all(known.keySet()));
        Set<String> allowed = new TreeSet<>(FOR_ALL);
        for (String name : names) {
            Set<String> own = known.get(name);
            if (own == null)
                throw new IllegalArgumentException(
                        "there is no bench %s; there are %s".formatted(name, all(known.keySet())));
            allowed.addAll(own);
        }
        Map<String, String> options = new HashMap<>();
        for (int at = names.size(); at < line.size(); at += 2) {
            String option = line.get(at);
            if (!option.startsWith("--") || !allowed.contains(option.substring(2)))
                throw new IllegalArgumentException("%s is no option of %s; see --help".formatted(option, all(names)));
            if (at + 1 == line.size()) throw new IllegalArgumentException(option + " needs a value");
            options.put(option.substring(2), line.get(at + 1));
        }
        Setting setting = new Setting(home, names, options);
        setting.check();
        return setting;
    }

    private static String all(Iterable<String> words) {
        return String.join(", ", words);
    }

    private void check() {
        map().filter(map -> !Files.isReadable(map)).ifPresent(map -> {
            throw new IllegalArgumentException("the map %s cannot be read".formatted(map));
        });
        seed();
        number();
        minutes();
    }

    /** The map file, or none for the one that a node brings along. */
    Optional<Path> map() {
        return text("map").map(map -> Path.of(map).toAbsolutePath().normalize());
    }

    String mapName() {
        return map().map(map -> map.getFileName().toString().replaceFirst("\\.osm\\..*$", ""))
                .orElse("monaco");
    }

    /** The other engines on an extract; {@code --with-peers} has them installed and prepared first. */
    Peers peers(Path extract) throws IOException, InterruptedException {
        return Peers.of(home, extract, Boolean.getBoolean("hansom.peers"));
    }

    long seed() {
        return whole("seed").orElse(1);
    }

    /** How many, of whatever is measured. */
    OptionalInt number() {
        return whole("n");
    }

    OptionalDouble minutes() {
        return decimal("minutes");
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    OptionalInt whole(String option) {
        return text(option).map(text -> OptionalInt.of(positive(option, text))).orElse(OptionalInt.empty());
    }

    OptionalDouble decimal(String option) {
        return text(option).map(text -> OptionalDouble.of(amount(option, text))).orElse(OptionalDouble.empty());
    }

    private static int positive(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) return number;
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--%s takes a whole number, not '%s'".formatted(option, text), noNumber);
        }
        throw new IllegalArgumentException("--%s takes a number above zero, not '%s'".formatted(option, text));
    }

    private static double amount(String option, String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && number < 1_000_000) return number;
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--%s takes a number, not '%s'".formatted(option, text), noNumber);
        }
        throw new IllegalArgumentException("--%s takes a number above zero, not '%s'".formatted(option, text));
    }
}
