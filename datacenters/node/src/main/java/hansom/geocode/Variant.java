package hansom.geocode;

import hansom.geocode.Truth.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One manner in which things are asked for. */
enum Variant {
    /** As the map writes it, with its settlement where the map gives one, asked from nowhere. */
    EXACT(Near.NOWHERE),
    /** As the map writes it, without a settlement, asked from 0.5–3 km away. */
    HERE(Near.TOWN),
    /** Small letters, no accents, no punctuation. */
    HASTY(Near.TOWN),
    /** Handwritten short forms. */
    SHORT(Near.TOWN),
    /** The settlement before the street, or the house before it. */
    ORDER(Near.TOWN),
    /** One or two wrong letters. */
    TYPO(Near.TOWN),
    /** In the other alphabet. */
    TRANSLIT(Near.TOWN),
    /** With the keyboard in the other layout. */
    LAYOUT(Near.TOWN),
    /** The first 60 % of its letters, while typing. */
    PREFIX(Near.TOWN),
    /** What is called like something elsewhere, asked from at most 300 m away. */
    NAMESAKE(Near.BLOCK),
    /** Two streets. */
    CROSSING(Near.TOWN),
    /** A house that the street does not have: the street is right, or a point between neighbours. */
    MISSING(Near.TOWN),
    /** Letters in an order in which nothing is called so: right is to find nothing. */
    NONSENSE(Near.TOWN);

    static final double SHARE_TYPED = 0.6;
    private static final int NO_SUCH_HOUSE = 950;
    private static final int LEAST_TYPED = 3;

    final Near near;

    /** From where it is asked. */
    enum Near {
        NOWHERE,
        BLOCK,
        TOWN
    }

    Variant(Near near) {
        this.near = near;
    }

    /** What is asked for in this manner. */
    Set<Kind> kinds() {
        return switch (this) {
            case EXACT, HERE, HASTY, TYPO, TRANSLIT, LAYOUT -> EnumSet.of(Kind.HOUSE, Kind.STREET, Kind.VENUE);
            case SHORT -> EnumSet.of(Kind.HOUSE, Kind.STREET);
            case ORDER -> EnumSet.of(Kind.HOUSE);
            case PREFIX, NAMESAKE -> EnumSet.of(Kind.STREET, Kind.VENUE);
            case CROSSING -> EnumSet.of(Kind.CROSSING);
            case MISSING, NONSENSE -> EnumSet.of(Kind.STREET);
        };
    }

    boolean applies(Truth truth) {
        if (!kinds().contains(truth.kind())) return false;
        if (this == EXACT) return truth.single() || !truth.city().isEmpty();
        return truth.single() != (this == NAMESAKE);
    }

    /** The text that asks for it so; null when this manner changes nothing about it. */
    @Nullable
    String text(Truth truth, String wordsOfTheMap, RandomGenerator chance) {
        String whole = truth.text();
        String text = switch (this) {
            case EXACT -> truth.city().isEmpty() ? whole : whole + ", " + truth.city();
            case HERE, NAMESAKE -> whole;
            case HASTY -> Slips.hasty(whole);
            case SHORT -> Slips.abbreviated(whole, chance);
            case ORDER ->
                chance.nextBoolean() && !truth.city().isEmpty()
                        ? truth.city() + ", " + whole
                        : truth.house() + " " + truth.name();
            case TYPO -> Slips.typo(whole, chance);
            case TRANSLIT -> Scripts.other(whole, wordsOfTheMap, chance);
            case LAYOUT -> Scripts.wrongLayout(whole);
            case PREFIX ->
                whole.substring(0, (int) Math.ceil(whole.length() * SHARE_TYPED))
                        .strip();
            case CROSSING -> chance.nextBoolean() ? whole : whole.replace(" / ", " & ");
            case NONSENSE -> Slips.shuffled(whole, chance);
            case MISSING -> whole + " " + (NO_SUCH_HOUSE + chance.nextInt(40));
        };
        boolean same = text == null || text.toLowerCase(Locale.ROOT).equals(whole.toLowerCase(Locale.ROOT));
        boolean mustDiffer =
                EnumSet.of(HASTY, SHORT, ORDER, TYPO, TRANSLIT, LAYOUT, PREFIX).contains(this);
        if (text == null || text.length() < LEAST_TYPED) return null;
        return mustDiffer && same ? null : text;
    }
}
