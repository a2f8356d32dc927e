package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Puts a wish as a question to the index, which answers with what {@link Ranking} then puts in order: each word counts by the best field that
 * knows it, then what is near.
 */
final class PlaceSearch {
    /** How much must be there: every word; every word but kinds of street; six words in ten. */
    enum Leniency {
        STRICT,
        WRONG_KIND,
        MOST_WORDS
    }

    private static final Map<String, Float> NAMED =
            Map.of(PlaceDocument.NAME, 4f, PlaceDocument.STREET, 2.5f, PlaceDocument.AREA, 2f, PlaceDocument.HOUSE, 2f);
    private static final Map<String, Float> HOUSES =
            Map.of(PlaceDocument.NUMBER, 4f, PlaceDocument.NUMBER_STREET, 4f, PlaceDocument.NUMBER_AREA, 2f);
    private static final Map<String, Float> CROSSINGS = Map.of(PlaceDocument.CORNER, 4f, PlaceDocument.AREA, 1f);
    private static final float SLIP = 0.6f;
    private static final double ENOUGH = 0.6;
    private static final double AROUND_THE_CORNER_METRES = 1_500;

    private PlaceSearch() {}

    /** Everything but houses. */
    static Query named(Wish wish, Leniency leniency) {
        return near(words(wish, NAMED, leniency), wish);
    }

    static Query crossings(Wish wish) {
        return near(words(wish, CROSSINGS, Leniency.STRICT), wish);
    }

    /** Houses, of which at least the number must be right. */
    static Query houses(Wish wish, Leniency leniency) {
        BooleanQuery.Builder number = new BooleanQuery.Builder();
        for (Asked word : wish.numbers()) {
            number.add(new TermQuery(new Term(PlaceDocument.NUMBER, word.word())), Occur.SHOULD);
            if (word.unfinished())
                number.add(new PrefixQuery(new Term(PlaceDocument.NUMBER, word.word())), Occur.SHOULD);
        }
        BooleanQuery.Builder houses = new BooleanQuery.Builder();
        houses.add(number.build(), Occur.FILTER);
        houses.add(words(wish, HOUSES, leniency), Occur.MUST);
        return near(houses.build(), wish);
    }

    private static Query near(Query words, Wish wish) {
        Point near = wish.near();
        if (near == null) return words;
        Query nearer = LatLonPoint.newDistanceFeatureQuery(
                PlaceDocument.AT, 2, near.lat(), near.lng(), AROUND_THE_CORNER_METRES);
        return new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(nearer, Occur.SHOULD)
                .build();
    }

    private static Query words(Wish wish, Map<String, Float> fields, Leniency leniency) {
        if (wish.isEmpty()) return new MatchNoDocsQuery("nothing was asked");
        boolean kindsCount =
                leniency == Leniency.STRICT || wish.words().stream().allMatch(Asked::kind);
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        BooleanQuery.Builder counted = new BooleanQuery.Builder();
        int counts = 0;
        for (Asked word : wish.words()) {
            boolean counting = kindsCount || !word.kind();
            if (counting) counts++;
            Occur occur = leniency == Leniency.MOST_WORDS ? Occur.SHOULD : Occur.MUST;
            if (counting) counted.add(word(word, fields), occur);
            else words.add(word(word, fields), Occur.SHOULD);
        }
        if (leniency == Leniency.MOST_WORDS) counted.setMinimumNumberShouldMatch((int) Math.ceil(counts * ENOUGH));
        return words.add(counted.build(), Occur.MUST).build();
    }

    private static Query word(Asked word, Map<String, Float> fields) {
        List<BytesRef> slips = word.readings().keySet().stream()
                .filter(reading -> !reading.equals(word.word()))
                .map(BytesRef::new)
                .toList();
        List<Query> ways = new ArrayList<>();
        fields.forEach((field, boost) -> {
            Term term = new Term(field, word.word());
            ways.add(constant(word.unfinished() ? new PrefixQuery(term) : new TermQuery(term), boost));
            if (!slips.isEmpty()) ways.add(constant(new TermInSetQuery(field, slips), boost * SLIP));
        });
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query constant(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }
}
