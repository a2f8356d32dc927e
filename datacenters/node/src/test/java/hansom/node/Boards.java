package hansom.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What dashboard, rules and alerts ask for, and what the list of numbers describes. */
final class Boards {
    private static final Path MONITORING = Path.of("..", "..", "monitoring");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: (.*)");
    private static final Pattern SERIES =
            Pattern.compile("\\b(?:hansom|http_server|hikaricp|lettuce|jvm|process|system|logback)_[a-z0-9_]+");
    private static final Pattern RECORDED = Pattern.compile("\\bhansom:[a-z0-9_:]+");
    private static final Pattern RECORDING = Pattern.compile("record: (\\S+)");
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| `(hansom_[a-z0-9_]+)` \\| (\\w+) ");

    private final String expressions = Pattern.compile("(?m)^.*$")
            .matcher(read("grafana/hansom.json")
                    + read("prometheus/hansom.rules.yml")
                    + read("prometheus/hansom.alerts.yml"))
            .results()
            .map(line -> EXPRESSION.matcher(line.group()))
            .filter(matcher -> matcher.find())
            .map(matcher -> matcher.group(1))
            .collect(Collectors.joining("\n"));

    /** Every series of a node that is asked for, by the name under which it is served. */
    Set<String> asked() {
        return found(SERIES, expressions);
    }

    /** Every recorded rule that is asked for and that no rule records. */
    Set<String> askedButNotRecorded() {
        Set<String> missing = found(RECORDED, expressions);
        RECORDING.matcher(read("prometheus/hansom.rules.yml")).results().forEach(rule -> missing.remove(rule.group(1)));
        return missing;
    }

    /** Every series of ours that the list describes, by the name under which it is served. */
    Set<String> described() {
        Set<String> names = new TreeSet<>();
        DESCRIBED.matcher(read("README.md")).results().forEach(row -> {
            boolean single = row.group(2).equals("gauge") || row.group(2).equals("counter");
            for (String end : single ? new String[] {""} : new String[] {"_count", "_sum", "_max"})
                names.add(row.group(1) + end);
            if (row.group(2).equals("histogram")) names.add(row.group(1) + "_bucket");
        });
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) {
        try {
            return Files.readString(MONITORING.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
