package hansom.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Measures what is named on the command line, one after the other, and ends with one line of keys for each. */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new StartTime(),
            new Memory(),
            new Orders(),
            new Replay(),
            new EtaTable(),
            new Traffic(),
            new Exact(),
            new Eightfold(),
            new MatchTrack(),
            new MissingRoads(),
            new Quote(),
            new Eta(),
            new Geocode(),
            new Pickup());

    private Bench() {}

    public static void main(String[] words) {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        Map<String, Set<String>> known = new LinkedHashMap<>();
        for (Measurement measurement : ALL) {
            byName.put(measurement.name(), measurement);
            known.put(measurement.name(), measurement.options());
        }
        Setting setting;
        try {
            setting = Setting.of(Path.of(System.getProperty("hansom.home", ".")), List.of(words), known);
        } catch (IllegalArgumentException unclear) {
            System.err.println("bench: " + unclear.getMessage());
            System.exit(2);
            return;
        }
        List<String> lines = new ArrayList<>();
        int failures = 0;
        for (String name : setting.names()) {
            try {
                Report report = Objects.requireNonNull(byName.get(name)).measure(setting);
                System.out.printf("== %s%n%s%n%n", name, report.table());
                lines.add(report.line(setting));
            } catch (Exception failed) {
                failures++;
                System.err.printf("bench: %s could not be measured: %s%n", name, failed);
            }
        }
        lines.forEach(System.out::println);
        System.exit(failures == 0 ? 0 : 1);
    }
}
