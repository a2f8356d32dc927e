package hansom.geocode;

import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.Place;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One question, and what its right answer is. */
record Question(
        Variant variant, Truth truth, String text, @Nullable Point near) {
    private static final int SHOWN = 10;

    /** Up to {@code most} questions of a manner, as many of each kind of thing as there are to ask for. */
    static List<Question> of(Variant variant, List<Truth> truths, String wordsOfTheMap, int most, long seed) {
        RandomGenerator chance = new SplittableRandom(seed * 31 + variant.name().hashCode());
        List<List<Question>> byKind = new ArrayList<>();
        for (Truth.Kind kind : variant.kinds()) {
            List<Truth> wanted = new ArrayList<>(truths.stream()
                    .filter(truth -> truth.kind() == kind && variant.applies(truth))
                    .toList());
            shuffle(wanted, chance);
            List<Question> some = new ArrayList<>();
            for (Truth truth : wanted) {
                if (some.size() == most) break;
                String text = variant.text(truth, wordsOfTheMap, chance);
                if (text != null) some.add(new Question(variant, truth, text, near(variant, truth, chance)));
            }
            byKind.add(some);
        }
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < most && questions.size() < most; i++)
            for (List<Question> some : byKind)
                if (i < some.size() && questions.size() < most) questions.add(some.get(i));
        return questions;
    }

    private static void shuffle(List<Truth> truths, RandomGenerator chance) {
        for (int i = truths.size() - 1; i > 0; i--) Collections.swap(truths, i, chance.nextInt(i + 1));
    }

    private static @Nullable Point near(Variant variant, Truth truth, RandomGenerator chance) {
        return switch (variant.near) {
            case NOWHERE -> null;
            case BLOCK -> truth.around(chance, 50, 300);
            case TOWN -> truth.around(chance, 500, 3_000);
        };
    }

    GeoQuery query() {
        return variant == Variant.PREFIX
                ? new GeoQuery.SuggestPlaces(text, near, "", SHOWN)
                : new GeoQuery.SearchPlaces(text, near, "", SHOWN);
    }

    /** At which place of the list the right one stands, from 0; −1 when it is not there. */
    int rank(List<Place> places) {
        if (variant == Variant.NONSENSE) return places.isEmpty() ? 0 : -1;
        for (int i = 0; i < places.size(); i++) if (right(places.get(i))) return i;
        return -1;
    }

    private boolean right(Place place) {
        if (variant != Variant.MISSING || place.precision() != Place.Precision.INTERPOLATED) return truth.is(place);
        return Truth.words(place.name()).containsAll(Truth.words(truth.name())) && truth.metresTo(place.point()) < 100;
    }
}
