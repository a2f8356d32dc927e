package hansom.geo.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import hansom.engines.json.MessageMapper;
import hansom.geo.place.PlaceSearch.Leniency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Searches the index of places. What is found by all words as they stand comes before what allows for slips of the finger. */
final class PlaceIndex implements AutoCloseable {
    private static final int MOST = 50;
    private static final double STRANGE_WORD = 0.35;
    private static final double SAME_BEGINNING = 1.5;
    private static final double FAME_A_LANGUAGE = 0.06;
    private static final double MOST_FAME = 0.6;
    private static final double SAME_PLACE_METRES = 150;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final ObjectMapper json = MessageMapper.create();

    private record Hit(Entry entry, double score) {}

    PlaceIndex(Path folder) {
        try {
            directory = FSDirectory.open(folder);
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The best places for a text; {@code typing} when its last word may be unfinished. */
    List<Place> find(String text, boolean typing, @Nullable Point near, String language, int limit) {
        Wish wish = Wish.of(text, typing, near);
        for (Leniency leniency : Leniency.values()) {
            List<Entry> found = found(wish, leniency);
            if (!found.isEmpty())
                return found.stream()
                        .limit(Math.clamp(limit, 1, MOST))
                        .map(entry -> PlaceText.place(entry, language, near))
                        .toList();
        }
        return List.of();
    }

    /** When no house has the number, the street that it was asked in comes first. */
    private List<Entry> found(Wish wish, Leniency leniency) {
        if (wish.words().isEmpty()) return List.of();
        List<Entry> found = ranked(wish, leniency);
        Wish unnumbered = wish.withoutNumbers();
        boolean settled = unnumbered.words().isEmpty()
                || unnumbered.words().size() == wish.words().size()
                || found.stream().anyMatch(entry -> entry.kind() == Kind.HOUSE);
        if (settled) return found;
        List<Entry> without = ranked(unnumbered, leniency);
        if (found.isEmpty()) return without;
        Set<Entry> streetsFirst = new LinkedHashSet<>();
        for (Entry entry : without)
            if (entry.kind() == Kind.STREET && closeness(unnumbered, entry) >= 0) streetsFirst.add(entry);
        streetsFirst.addAll(found);
        return List.copyOf(streetsFirst);
    }

    private List<Entry> ranked(Wish wish, Leniency leniency) {
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(PlaceSearch.query(wish, leniency), MOST).scoreDocs) {
                Entry entry = entry(found.doc);
                hits.add(new Hit(entry, found.score + closeness(wish, entry) + fame(entry)));
            }
            hits.sort(Comparator.comparingDouble(Hit::score).reversed());
            return distinct(hits);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How well the best of its names is what was asked: words over count against it, the same beginning for it. */
    private static double closeness(Wish wish, Entry entry) {
        if (entry.kind() == Kind.HOUSE) return 0;
        double best = Double.NEGATIVE_INFINITY;
        String asked = String.join(" ", wish.words());
        Set<String> names = new HashSet<>(entry.names().values());
        names.addAll(entry.also());
        for (String name : names) {
            List<String> words = Words.of(name);
            long strange = words.stream()
                    .filter(word -> wish.words().stream()
                            .noneMatch(own -> word.equals(own) || (wish.mayBePrefix(own) && word.startsWith(own))))
                    .count();
            double beginning = String.join(" ", words).startsWith(asked) ? SAME_BEGINNING : 0;
            best = Math.max(best, beginning - strange * STRANGE_WORD);
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /** What has a name in many languages is known to many. */
    private static double fame(Entry entry) {
        return Math.min(MOST_FAME, entry.names().size() * FAME_A_LANGUAGE);
    }

    /** A place that the map holds twice, as a point and as an outline, is shown once. */
    private static List<Entry> distinct(List<Hit> hits) {
        List<Entry> shown = new ArrayList<>();
        for (Hit hit : hits) {
            Entry entry = hit.entry();
            boolean known = shown.stream()
                    .anyMatch(other -> other.kind() == entry.kind()
                            && Entry.in("", other.names()).equals(Entry.in("", entry.names()))
                            && other.street().equals(entry.street())
                            && String.valueOf(other.house()).equals(String.valueOf(entry.house()))
                            && other.point().straightTo(entry.point()).metres() < SAME_PLACE_METRES);
            if (!known) shown.add(entry);
        }
        return shown;
    }

    private Entry entry(int document) throws IOException {
        byte[] stored = searcher.storedFields()
                .document(document, Set.of(PlaceLayer.ENTRY))
                .getBinaryValue(PlaceLayer.ENTRY)
                .bytes;
        return json.readValue(stored, Entry.class);
    }

    /** What is at a point known to within some metres: the house, then the street, then what else has a name there. */
    List<Place> at(Point point, double accuracyMetres, String language) {
        try {
            return new ReverseSearch(searcher, this::entry).at(point, accuracyMetres, language);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
