package hansom.geo.place;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import hansom.geo.place.PlaceSearch.Leniency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Searches the index of places. What is found by all words as they stand comes before what allows for slips of the finger. */
final class PlaceIndex implements Geocoder, AutoCloseable {
    private static final int MOST = 50;
    private static final double SAME_PLACE_METRES = 150;
    private static final double BESIDE_METRES = 5_000;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final Finds finds;
    private final Interpreter interpreter;
    private final PlaceText places;

    PlaceIndex(Path folder) {
        try {
            directory = FSDirectory.open(folder);
            reader = DirectoryReader.open(directory);
            finds = new Finds(reader);
            places = new PlaceText(finds.country());
            Vocabulary vocabulary = Vocabulary.of(
                    reader,
                    List.of(
                            PlaceDocument.NAME,
                            PlaceDocument.STREET,
                            PlaceDocument.AREA,
                            PlaceDocument.NUMBER_STREET,
                            PlaceDocument.NUMBER_AREA,
                            PlaceDocument.CORNER));
            interpreter = new Interpreter(vocabulary, finds::hasNumber, reader.numDocs());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Place> search(SearchPlaces asked) {
        return find(asked.text(), false, asked.near(), asked.language(), asked.limit());
    }

    /** The best places for a text; {@code typing} when its last word may be unfinished. */
    List<Place> find(String text, boolean typing, @Nullable Point near, String language, int limit) {
        try {
            Optional<Point> typed = TypedPoint.in(text);
            if (typed.isPresent()) return new ReverseSearch(finds, places).typed(typed.get(), language, limit);
            Wish wish = interpreter.wish(text, typing, near);
            if (wish.isEmpty()) return List.of();
            List<Entry> found = answer(wish, Leniency.STRICT, limit);
            if (found.isEmpty()) found = answer(wish, Leniency.WRONG_KIND, limit);
            Wish looser = found.isEmpty() ? interpreter.looser(wish) : wish;
            if (found.isEmpty()) found = answer(looser, Leniency.WRONG_KIND, limit);
            if (found.isEmpty()) found = answer(looser, Leniency.MOST_WORDS, limit);
            if (found.isEmpty() && !typing) found = besideTown(text, near, limit);
            return found.stream()
                    .map(entry -> places.place(entry, language, near))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** People say the next town for the one it lies in: what stands before the last comma, near a settlement that is called what stands behind. */
    private List<Entry> besideTown(String text, @Nullable Point near, int limit) throws IOException {
        int comma = Math.max(0, text.lastIndexOf(','));
        Wish wish = interpreter.wish(text.substring(0, comma), false, near);
        Wish town = interpreter.wish(text.substring(comma), false, near);
        if (wish.isEmpty() || town.isEmpty()) return List.of();
        List<Point> towns = ranked(town, Leniency.STRICT, false).stream()
                .filter(found -> found.digest().kind() == Kind.SETTLEMENT)
                .map(found -> found.digest().points().getFirst())
                .toList();
        return answer(wish, Leniency.STRICT, MOST).stream()
                .filter(entry -> towns.stream()
                        .anyMatch(point -> point.straightTo(entry.point()).metres() < BESIDE_METRES))
                .limit(Math.clamp(limit, 1, MOST))
                .toList();
    }

    /** When no house has the number, the street that it was asked in comes first, and before it where the house should be. */
    private List<Entry> answer(Wish wish, Leniency leniency, int limit) throws IOException {
        List<Found> found = ranked(wish, leniency, false);
        List<Asked> numbers = wish.numbers();
        boolean settled = numbers.isEmpty()
                || (leniency == Leniency.MOST_WORDS
                        ? found.stream().anyMatch(one -> one.digest().kind() == Kind.HOUSE)
                        : !found.isEmpty());
        if (settled) return entries(found, limit);
        for (List<Asked> left : List.of(numbers.subList(numbers.size() - 1, numbers.size()), numbers)) {
            Wish unnumbered = wish.without(left);
            List<Found> streets = unnumbered.isEmpty() ? List.of() : ranked(unnumbered, leniency, true);
            if (!streets.isEmpty()) return withHouse(entries(streets, limit), left);
        }
        return entries(found, limit);
    }

    private List<Entry> withHouse(List<Entry> entries, List<Asked> numbers) throws IOException {
        if (entries.getFirst().kind() != Kind.STREET) return entries;
        List<Entry> all = new ArrayList<>(entries);
        interpolated(entries.getFirst(), numbers).ifPresent(all::addFirst);
        return all;
    }

    private Optional<Entry> interpolated(Entry street, List<Asked> numbers) throws IOException {
        List<Digest> houses = finds.housesOf(street.id());
        for (Asked number : numbers) {
            Optional<Entry> house = Interpolation.on(street, number.word(), houses);
            if (house.isPresent()) return house;
        }
        return Optional.empty();
    }

    private List<Found> ranked(Wish wish, Leniency leniency, boolean streetsFirst) throws IOException {
        List<Found> found = new ArrayList<>(finds.of(PlaceSearch.named(wish, leniency)));
        if (!wish.numbers().isEmpty()) found.addAll(finds.of(PlaceSearch.houses(wish, leniency)));
        if (wish.crossing()) found.addAll(finds.of(PlaceSearch.crossings(wish)));
        Ranking ranking = new Ranking(wish, streetsFirst);
        List<Found> scored = new ArrayList<>();
        for (Found one : found) {
            double score = ranking.score(one.digest());
            if (score > Double.NEGATIVE_INFINITY) scored.add(one.scored(score));
        }
        scored.sort(Comparator.comparingDouble(Found::score).reversed());
        return scored;
    }

    /** A place that the map holds twice, as a point and as an outline, is shown once. */
    private List<Entry> entries(List<Found> found, int limit) throws IOException {
        List<Digest> shown = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Found one : found) {
            if (entries.size() == Math.clamp(limit, 1, MOST)) break;
            if (shown.stream().anyMatch(other -> same(other, one.digest()))) continue;
            shown.add(one.digest());
            entries.add(finds.entry(one.document()));
        }
        return entries;
    }

    private static boolean same(Digest one, Digest other) {
        return one.kind() == other.kind()
                && one.own().equals(other.own())
                && one.street().equals(other.street())
                && one.numbers().equals(other.numbers())
                && one.metresTo(other.points().getFirst()) < SAME_PLACE_METRES;
    }

    /** The house, then the street, then what else has a name there. */
    @Override
    public List<Place> reverse(ReversePlace asked) {
        try {
            return new ReverseSearch(finds, places).at(asked.point(), asked.accuracyMetres(), asked.language());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The houses of a street whose number begins so, in their order; empty when there is no such street. */
    Optional<List<Place>> houses(String street, String prefix, String language, int limit) {
        try {
            return new Houses(finds)
                    .of(street, prefix, limit)
                    .map(houses -> houses.stream()
                            .map(house -> places.place(house, language, null))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException ignored) {
            // Only read: nothing can be lost.
        }
    }
}
