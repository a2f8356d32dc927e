package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
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
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Puts a wish as a question to the index: each word scores by the best field that knows it, then what is near and what is known. */
final class PlaceSearch {
    /** How much may differ: nothing; letters; letters and four words in ten. */
    enum Leniency {
        STRICT,
        TYPOS,
        MOST_WORDS
    }

    private static final Map<String, Float> FIELDS =
            Map.of(PlaceLayer.NAME, 4f, PlaceLayer.STREET, 3f, PlaceLayer.AREA, 1f);
    private static final float PREFIX = 0.7f;
    private static final float TYPO = 0.5f;
    private static final float HOUSE = 3f;
    private static final Map<Kind, Float> KNOWN = Map.of(
            Kind.AIRPORT,
            1.2f,
            Kind.STATION,
            1.1f,
            Kind.SETTLEMENT,
            0.9f,
            Kind.STREET,
            0.7f,
            Kind.HOUSE,
            0.6f,
            Kind.VENUE,
            0.5f);
    private static final double AROUND_THE_CORNER_METRES = 1_500;
    private static final double IN_TOWN_METRES = 15_000;

    private PlaceSearch() {}

    static Query query(Wish wish, Leniency leniency) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        Occur each = leniency == Leniency.MOST_WORDS ? Occur.SHOULD : Occur.MUST;
        for (String word : wish.words()) words.add(word(word, wish.mayBePrefix(word), leniency), each);
        if (leniency == Leniency.MOST_WORDS)
            words.setMinimumNumberShouldMatch((int) Math.ceil(wish.words().size() * 0.6));
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(words.build(), Occur.MUST).add(allowed(wish), Occur.FILTER);
        KNOWN.forEach((kind, boost) -> query.add(constant(kindIs(kind), boost), Occur.SHOULD));
        Point near = wish.near();
        if (near != null) {
            query.add(nearer(near, 2f, AROUND_THE_CORNER_METRES), Occur.SHOULD);
            query.add(nearer(near, 1.5f, IN_TOWN_METRES), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query nearer(Point near, float weight, double pivotMetres) {
        return LatLonPoint.newDistanceFeatureQuery(PlaceLayer.AT, weight, near.lat(), near.lng(), pivotMetres);
    }

    private static Query word(String word, boolean unfinished, Leniency leniency) {
        List<Query> ways = new ArrayList<>();
        FIELDS.forEach((field, boost) -> {
            Term term = new Term(field, word);
            ways.add(constant(new TermQuery(term), boost));
            if (unfinished) ways.add(constant(new PrefixQuery(term), boost * PREFIX));
            int edits = edits(word, leniency);
            if (edits > 0) ways.add(constant(new FuzzyQuery(term, edits, word.length() > 4 ? 1 : 0), boost * TYPO));
        });
        ways.add(constant(new TermQuery(new Term(PlaceLayer.HOUSE, word)), HOUSE));
        if (unfinished && Wish.isNumber(word))
            ways.add(constant(new PrefixQuery(new Term(PlaceLayer.HOUSE, word)), HOUSE * PREFIX));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static int edits(String word, Leniency leniency) {
        if (leniency == Leniency.STRICT || Wish.isNumber(word) || word.length() < 4) return 0;
        return word.length() < (leniency == Leniency.TYPOS ? 8 : 5) ? 1 : 2;
    }

    /** A house is found by its number only, a crossing when one is asked for. */
    private static Query allowed(Wish wish) {
        BooleanQuery.Builder number = new BooleanQuery.Builder();
        for (String word : wish.words()) {
            Term term = new Term(PlaceLayer.HOUSE, word);
            number.add(
                    wish.mayBePrefix(word) && Wish.isNumber(word) ? new PrefixQuery(term) : new TermQuery(term),
                    Occur.SHOULD);
        }
        BooleanQuery.Builder allowed = new BooleanQuery.Builder();
        for (Kind kind : Kind.values())
            if (kind != Kind.HOUSE && kind != Kind.CROSSING) allowed.add(kindIs(kind), Occur.SHOULD);
        if (wish.crossing()) allowed.add(kindIs(Kind.CROSSING), Occur.SHOULD);
        allowed.add(
                new BooleanQuery.Builder()
                        .add(kindIs(Kind.HOUSE), Occur.MUST)
                        .add(number.build(), Occur.MUST)
                        .build(),
                Occur.SHOULD);
        return allowed.build();
    }

    private static Query kindIs(Kind kind) {
        return new TermQuery(new Term(PlaceLayer.KIND, kind.name()));
    }

    private static Query constant(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }
}
