package hansom.geo.place;

import hansom.contract.geo.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;

/** Reads documents of an opened index. */
final class Finds {
    private static final int MOST = 80;
    private static final int MOST_HOUSES = 2_000;
    private static final double DOOR_METRES = 6;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final PlaceDocument documents = new PlaceDocument();

    Finds(DirectoryReader reader) {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        // Hardly any question is asked twice in the same words.
        searcher.setQueryCache(null);
    }

    /** The country of the map, a code of ISO 3166-1; empty when its addresses do not tell. */
    String country() throws IOException {
        return reader.getIndexCommit().getUserData().getOrDefault(PlaceDocument.COUNTRY, "");
    }

    boolean hasNumber(String number) {
        try {
            return reader.docFreq(new Term(PlaceDocument.NUMBER, number)) > 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Found> of(Query query) throws IOException {
        return digests(searcher.search(query, MOST).scoreDocs);
    }

    List<Digest> housesOf(String street) throws IOException {
        return digests(searcher.search(new TermQuery(new Term(PlaceDocument.OF, street)), MOST_HOUSES).scoreDocs)
                .stream()
                .map(Found::digest)
                .toList();
    }

    /** The houses of a street that have a number which begins so. */
    List<Entry> housesOf(String street, String prefix) throws IOException {
        BooleanQuery houses = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(PlaceDocument.OF, street)), Occur.FILTER)
                .add(new PrefixQuery(new Term(PlaceDocument.NUMBER, prefix)), Occur.FILTER)
                .build();
        List<Entry> entries = new ArrayList<>();
        for (ScoreDoc house : searcher.search(houses, MOST_HOUSES).scoreDocs) entries.add(entry(house.doc));
        return entries;
    }

    /** Whether there is a street with this id. */
    boolean isStreet(String id) throws IOException {
        return reader.docFreq(new Term(PlaceDocument.ID, id)) > 0;
    }

    /** The houses nearest to a point by their outlines, nearest first. */
    List<House> housesAround(Point point, int most) throws IOException {
        ScoreDoc[] nearest = nearest(PlaceDocument.HOUSE_AT, point, most).scoreDocs;
        List<House> houses = new ArrayList<>();
        for (int document : Arrays.stream(nearest)
                .mapToInt(one -> one.doc)
                .sorted()
                .distinct()
                .toArray()) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
            BinaryDocValues outlines = leaf.reader().getBinaryDocValues(PlaceDocument.OUTLINE);
            if (outlines == null || !outlines.advanceExact(document - leaf.docBase)) continue;
            Outline outline = Outline.read(outlines.binaryValue().utf8ToString());
            double metres = outline.metresTo(point);
            houses.add(new House(document, metres, outline.points().size() == 1 ? metres : metres + DOOR_METRES));
        }
        houses.sort(Comparator.comparingDouble(House::rank));
        return houses;
    }

    /** A house, how far it is, and by what it is compared: a door inside a building comes before the building. */
    record House(int document, double metres, double rank) {}

    private List<Found> digests(ScoreDoc[] documents) throws IOException {
        ScoreDoc[] rising = documents.clone();
        Arrays.sort(rising, Comparator.comparingInt(found -> found.doc));
        List<Found> found = new ArrayList<>(rising.length);
        LeafReaderContext leaf = null;
        BinaryDocValues digests = null;
        for (ScoreDoc one : rising) {
            LeafReaderContext its = reader.leaves().get(ReaderUtil.subIndex(one.doc, reader.leaves()));
            if (its != leaf) digests = its.reader().getBinaryDocValues(PlaceDocument.DIGEST);
            leaf = its;
            if (digests != null && digests.advanceExact(one.doc - its.docBase))
                found.add(new Found(one.doc, Digest.read(digests.binaryValue().utf8ToString()), one.score));
        }
        return found;
    }

    TopFieldDocs nearest(String field, Point point, int most) throws IOException {
        return LatLonPoint.nearest(searcher, field, point.lat(), point.lng(), most);
    }

    Entry entry(int document) throws IOException {
        return documents.entry(searcher.storedFields()
                .document(document, Set.of(PlaceDocument.ENTRY))
                .getBinaryValue(PlaceDocument.ENTRY)
                .bytes);
    }
}
