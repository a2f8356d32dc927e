package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What ranking needs of an entry, short enough to be read for each that is found: the words of its names, of its street and area, its
 * numbers, some of its points, and how many languages know it.
 */
record Digest(
        Kind kind,
        String own,
        List<List<String>> names,
        List<List<String>> street,
        Set<String> area,
        Set<String> numbers,
        List<Point> points,
        int fame) {
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_POINTS = 8;

    Digest {
        names = List.copyOf(names);
        street = List.copyOf(street);
        area = Set.copyOf(area);
        numbers = Set.copyOf(numbers);
        points = List.copyOf(points);
    }

    static String written(Entry entry, Set<String> numbers, List<String> within) {
        List<String> names = new ArrayList<>(List.of(Entry.in("", entry.names())));
        names.addAll(entry.names().values());
        names.addAll(entry.also());
        List<String> area = new ArrayList<>(entry.area().values());
        area.addAll(within);
        return String.join(
                "\n",
                entry.kind().name(),
                bare(Entry.in("", entry.kind() == Kind.HOUSE ? entry.street() : entry.names())),
                folded(names, "|"),
                folded(entry.street().values(), "|"),
                folded(area, " "),
                String.join(" ", numbers),
                points(entry),
                String.valueOf(entry.names().size()));
    }

    /** Small letters and digits between single blanks, accents kept. */
    static String bare(String text) {
        return PUNCTUATION
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String folded(Collection<String> texts, String between) {
        Set<String> folded = new LinkedHashSet<>();
        texts.forEach(text -> folded.add(Words.joined(text)));
        folded.remove("");
        return String.join(between, folded);
    }

    private static String points(Entry entry) {
        List<Point> some = new ArrayList<>(List.of(entry.point()));
        int step = Math.max(1, entry.along().size() / (MOST_POINTS - 1));
        for (int i = step / 2; i < entry.along().size(); i += step)
            some.add(entry.along().get(i));
        return new Outline(some).written();
    }

    static Digest read(String written) {
        String[] lines = written.split("\n", -1);
        return new Digest(
                Kind.valueOf(lines[0]),
                lines[1],
                lists(lines[2]),
                lists(lines[3]),
                Set.copyOf(words(lines[4])),
                Set.copyOf(words(lines[5])),
                Outline.read(lines[6]).points(),
                Integer.parseInt(lines[7]));
    }

    private static List<List<String>> lists(String line) {
        List<List<String>> lists = new ArrayList<>();
        if (!line.isEmpty()) for (String words : line.split("\\|", -1)) lists.add(words(words));
        return lists;
    }

    /** Each word once. */
    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.copyOf(new LinkedHashSet<>(List.of(line.split(" ", -1))));
    }

    double metresTo(Point from) {
        double least = Double.POSITIVE_INFINITY;
        for (Point point : points)
            least = Math.min(least, from.straightTo(point).metres());
        return least;
    }
}
