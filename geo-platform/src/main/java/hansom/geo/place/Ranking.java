package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import java.util.List;
import java.util.Map;

/**
 * Puts what was found in order: first how much of the wish a place answers, then how much of its name was asked for, then how near it is and
 * how many know it.
 */
final class Ranking {
    private static final double ASKED = 8;
    private static final double NAME = 2;
    private static final double NAME_BEGUN = 0.7;
    private static final double WHOLE_NAME = 1;
    private static final double LEAST_TRUST = 0.45;
    private static final double AS_WRITTEN = 0.5;
    private static final double BY_STREET = 0.8;
    private static final double AMONG_OTHERS = 0.9;
    private static final double BY_AREA = 0.75;
    private static final double STREET_MEANT = 2;
    private static final double NEAR = 1;
    private static final double IN_TOWN = 0.6;
    private static final double AROUND_THE_CORNER_METRES = 1_000;
    private static final double IN_TOWN_METRES = 10_000;
    private static final double A_LANGUAGE = 0.03;
    private static final int MOST_LANGUAGES = 10;
    private static final Map<Kind, Double> KNOWN = Map.of(
            Kind.AIRPORT,
            0.6,
            Kind.STATION,
            0.4,
            Kind.SETTLEMENT,
            0.4,
            Kind.STREET,
            0.45,
            Kind.HOUSE,
            0.3,
            Kind.CROSSING,
            1.0);

    private final Wish wish;
    private final String text;
    private final String joined;
    private final double weights;
    private final boolean streetsFirst;
    private final boolean typing;

    /** {@code streetsFirst} when a house was asked for that is not there. */
    Ranking(Wish wish, boolean streetsFirst) {
        this.wish = wish;
        this.streetsFirst = streetsFirst;
        text = Digest.bare(wish.text());
        joined = wish.joined();
        typing = wish.words().stream().anyMatch(Asked::unfinished);
        weights = wish.words().stream().mapToDouble(Asked::weight).sum();
    }

    /** The higher the better; negative infinity for a place that answers only by too many slips to be meant. */
    double score(Digest place) {
        List<List<String>> names = place.kind() == Kind.HOUSE ? place.street() : place.names();
        double best = names.isEmpty() ? byName(place, List.of()) : Double.NEGATIVE_INFINITY;
        for (List<String> name : names) best = Math.max(best, byName(place, name));
        return best
                + KNOWN.getOrDefault(place.kind(), 0.0)
                + Math.min(MOST_LANGUAGES, place.fame()) * A_LANGUAGE
                + (asWritten(place) ? AS_WRITTEN : 0)
                + (streetsFirst && place.kind() == Kind.STREET ? STREET_MEANT : 0)
                + nearness(place);
    }

    private boolean asWritten(Digest place) {
        if (typing) return place.own().startsWith(text);
        if (place.kind() == Kind.HOUSE) return text.contains(place.own());
        if (place.own().isEmpty() || !(text + " ").startsWith(place.own() + " ")) return false;
        return place.area().containsAll(Words.of(text.substring(place.own().length())));
    }

    private double byName(Digest place, List<String> name) {
        double answered = 0;
        double meant = 0;
        double trusted = 0;
        boolean allByName = true;
        for (Asked word : wish.words()) {
            double byName = word.fitsBest(name);
            if (byName == 0) allByName = false;
            double best = byName;
            if (best < 1 && word.number()) best = Math.max(best, byNumber(place) * word.fitsBest(place.numbers()));
            if (best < BY_STREET && place.kind() != Kind.HOUSE)
                for (List<String> street : place.street()) best = Math.max(best, BY_STREET * word.fitsBest(street));
            if (best < BY_AREA) best = Math.max(best, BY_AREA * word.fitsBest(place.area()));
            answered += best * word.weight();
            if (best == 0 || word.kind()) continue;
            meant += word.weight();
            trusted += best * word.weight();
        }
        if (trusted < LEAST_TRUST * meant) return Double.NEGATIVE_INFINITY;
        double covered = covered(name);
        double score = ASKED * answered / weights + (typing ? NAME_BEGUN : NAME) * covered;
        if (typing) return score + (String.join(" ", name).startsWith(joined) ? WHOLE_NAME : 0);
        return score + (allByName && name.size() == wish.words().size() ? WHOLE_NAME * covered : 0);
    }

    /** The house that has this number alone comes before one that has it among others, and before what is only found there. */
    private static double byNumber(Digest place) {
        if (place.kind() != Kind.HOUSE) return BY_STREET;
        return place.numbers().size() == 1 ? 1 : AMONG_OTHERS;
    }

    /** Which share of a name was asked for, by letters. */
    private double covered(List<String> name) {
        double letters = 0;
        double asked = 0;
        for (String word : name) {
            double best = 0;
            for (Asked other : wish.words()) best = Math.max(best, other.fits(word));
            letters += word.length();
            asked += word.length() * best;
        }
        return letters == 0 ? 0 : asked / letters;
    }

    private double nearness(Digest place) {
        Point near = wish.near();
        if (near == null) return 0;
        double metres = place.metresTo(near);
        return NEAR / (1 + metres / AROUND_THE_CORNER_METRES) + IN_TOWN / (1 + metres / IN_TOWN_METRES);
    }
}
