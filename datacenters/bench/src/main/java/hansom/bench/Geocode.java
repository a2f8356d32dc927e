package hansom.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How often a search of places has the right one first, and what a question costs in processor time, on questions made from the extract
 * itself: houses, streets and venues, each asked for in several manners. Only the half of the streets is counted on which nothing was ever
 * tuned. {@code --maps} takes several extracts, separated by commas, and counts them together. With a Nominatim that has imported them
 * ({@code --nominatim}, or {@code HANSOM_NOMINATIM_URL}) it also counts how often both put the same thing first.
 */
final class Geocode implements Measurement {
    private static final int MOST_OF_A_MANNER = 1_000;
    private static final List<String> FOUND =
            List.of("EXACT", "HERE", "HASTY", "SHORT", "ORDER", "TYPO", "TRANSLIT", "LAYOUT", "PREFIX", "NAMESAKE");

    private static final String AGREED = "agree";
    private static final String THEIRS = "nominatim";

    @Override
    public String name() {
        return "geocode";
    }

    @Override
    public Set<String> options() {
        return Set.of("maps", "misses", "nominatim");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        Report report = new Report(
                name(), "map", "asked", "n", "right %", "from", "to", "in five %", "nothing %", "CPU ms", "p99 ms");
        Map<String, Count> all = new LinkedHashMap<>();
        List<String> maps = new ArrayList<>();
        for (String map : maps(setting)) {
            String name = map.isEmpty()
                    ? "monaco"
                    : Path.of(map).getFileName().toString().replaceFirst("\\.osm\\..*$", "");
            maps.add(name);
            Map<String, Count> counts = counts(setting, map);
            counts.forEach((asked, count) -> {
                count.row(report, name, asked);
                all.merge(asked, count, Count::plus);
            });
        }
        if (maps.size() > 1) all.forEach((asked, count) -> count.row(report, "all", asked));
        return keys(report, all)
                .key("map", String.join(",", maps))
                .key("n", sum(all, FOUND).asked());
    }

    private static List<String> maps(Setting setting) {
        return setting.text("maps")
                .map(maps -> List.of(maps.split(",", -1)))
                .orElse(List.of(setting.map().map(Path::toString).orElse("")));
    }

    private static Map<String, Count> counts(Setting setting, String map) throws Exception {
        Map<String, Count> counts = new LinkedHashMap<>();
        try (Scratch scratch = Scratch.make()) {
            Path folder = Files.createDirectory(scratch.folder().resolve("maps"));
            for (String line : Figures.of(
                    setting,
                    "hansom.geocode.GeocodeFigures",
                    "--map=" + (map.isEmpty() ? "" : Path.of(map).toAbsolutePath()),
                    "--folder=" + folder,
                    "--seed=" + setting.seed(),
                    "--n=" + setting.number().orElse(MOST_OF_A_MANNER),
                    "--misses=" + setting.whole("misses").orElse(0),
                    "--nominatim=" + nominatim(setting))) {
                if (line.startsWith("miss ")) System.out.println(line);
                Map<String, String> keys = Figures.keys(line);
                if (line.startsWith("agree half=held ")) counts.putAll(agreement(keys));
                if (!line.startsWith("row half=held ")) continue;
                counts.merge(keys.getOrDefault("variant", ""), Count.of(keys), Count::plus);
            }
        }
        return counts;
    }

    /** Where a Nominatim is, or nothing. */
    private static String nominatim(Setting setting) {
        return setting.text("nominatim").orElse(System.getenv().getOrDefault("HANSOM_NOMINATIM_URL", ""));
    }

    private static Map<String, Count> agreement(Map<String, String> keys) {
        long asked = (long) Figures.number(keys, "n");
        return Map.of(
                AGREED, Count.of(asked, (long) Figures.number(keys, "agreed")),
                THEIRS, Count.of(asked, (long) Figures.number(keys, "nominatim")));
    }

    private static Report keys(Report report, Map<String, Count> all) {
        Count exact = sum(all, List.of("EXACT", "HERE"));
        Count found = sum(all, FOUND);
        Count none = Count.NONE;
        Count prefix = all.getOrDefault("PREFIX", none);
        Count typo = all.getOrDefault("TYPO", none);
        Count agreed = all.get(AGREED);
        Count theirs = all.get(THEIRS);
        return report.key("exact_pct", exact.rightShare())
                .key("typo_pct", typo.rightShare())
                .key("prefix_pct", prefix.rightShare())
                .key("translit_pct", all.getOrDefault("TRANSLIT", none).rightShare())
                .key("zero_pct", found.share(found.nothing()))
                .key("exact_cpu_ms", exact.cpuMillis())
                .key("typo_cpu_ms", typo.cpuMillis())
                .key("agree_pct", agreed == null ? "absent" : agreed.rightShare())
                .key("agree_n", agreed == null ? 0 : agreed.asked())
                .key("nominatim_exact_pct", theirs == null ? "absent" : theirs.rightShare())
                .key("prefix_cpu_ms", prefix.cpuMillis())
                .key("prefix_five_pct", prefix.share(prefix.five()))
                .key("layout_pct", all.getOrDefault("LAYOUT", none).rightShare())
                .key("crossing_pct", all.getOrDefault("CROSSING", none).rightShare())
                .key("missing_pct", all.getOrDefault("MISSING", none).rightShare())
                .key("nonsense_pct", all.getOrDefault("NONSENSE", none).rightShare())
                .key("reverse_pct", all.getOrDefault("REVERSE", none).rightShare());
    }

    private static Count sum(Map<String, Count> counts, List<String> names) {
        return counts.entrySet().stream()
                .filter(count -> names.contains(count.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    /** Questions of one manner: how many, right at the first place, among the first five, nothing found, and their processor time. */
    private record Count(long asked, long right, long five, long nothing, double cpuMicros, double p99Micros) {
        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);
        private static final double Z = 1.96;

        static Count of(Map<String, String> keys) {
            long asked = (long) Figures.number(keys, "n");
            return new Count(
                    asked,
                    (long) Figures.number(keys, "first"),
                    (long) Figures.number(keys, "five"),
                    (long) Figures.number(keys, "nothing"),
                    asked * Figures.number(keys, "cpu_us"),
                    Figures.number(keys, "p99_us"));
        }

        /** Of what only its being right is known. */
        static Count of(long asked, long right) {
            return new Count(asked, right, right, 0, Double.NaN, Double.NaN);
        }

        /** The 99th percentile of a sum is taken as the worst of its parts. */
        Count plus(Count other) {
            return new Count(
                    asked + other.asked,
                    right + other.right,
                    five + other.five,
                    nothing + other.nothing,
                    cpuMicros + other.cpuMicros,
                    Math.max(p99Micros, other.p99Micros));
        }

        double share(long of) {
            return asked == 0 ? Double.NaN : 100.0 * of / asked;
        }

        double rightShare() {
            return share(right);
        }

        double cpuMillis() {
            return asked == 0 ? Double.NaN : cpuMicros / asked / 1e3;
        }

        /** One end of the 95 % interval of the share that is right (Wilson, 1927). */
        private double bound(int side) {
            if (asked == 0) return Double.NaN;
            double share = (double) right / asked;
            double middle = share + Z * Z / (2 * asked);
            double off = Z * Math.sqrt(share * (1 - share) / asked + Z * Z / (4.0 * asked * asked));
            return 100 * (middle + side * off) / (1 + Z * Z / asked);
        }

        void row(Report report, String map, String manner) {
            report.row(
                    map,
                    manner.toLowerCase(Locale.ROOT),
                    asked,
                    rightShare(),
                    bound(-1),
                    bound(1),
                    share(five),
                    share(nothing),
                    cpuMillis(),
                    p99Micros / 1e3);
        }
    }
}
