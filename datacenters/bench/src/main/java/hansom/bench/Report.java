package hansom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was measured: a table for people and one line of keys for scripts. */
final class Report {
    private final String name;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    Report(String name, String... columns) {
        this.name = name;
        rows.add(List.of(columns));
    }

    Report row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(Report::plain).toList());
        return this;
    }

    Report key(String key, Object value) {
        keys.put(key, plain(value));
        return this;
    }

    /** What another engine took, or that it is not there. */
    Report peer(String key, Optional<Double> value) {
        return value.map(taken -> key(key, taken)).orElseGet(() -> key(key, "absent"));
    }

    /** Numbers without an exponent and with as many digits as can matter; all else as it is. */
    private static String plain(Object value) {
        if (!(value instanceof Double number)) return String.valueOf(value);
        if (number.isNaN()) return "none";
        double size = Math.abs(number);
        return String.format(
                Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", number);
    }

    String table() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> column == 0
                                ? left(row.get(column), widths[column])
                                : right(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    /** Its name, its keys, and on what it was measured. */
    String line(Setting setting) {
        Map<String, String> all = new LinkedHashMap<>(keys);
        all.putIfAbsent("map", setting.mapName());
        all.putIfAbsent("seed", String.valueOf(setting.seed()));
        all.putIfAbsent("n", String.valueOf(setting.number().orElse(0)));
        return name + " "
                + all.entrySet().stream()
                        .map(key -> key.getKey() + "=" + key.getValue())
                        .collect(Collectors.joining(" "));
    }
}
