package hansom.edge.rider;

import hansom.contract.geo.Place;
import hansom.contract.geo.Point;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView.SavedPlace;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.PlaceShape;
import hansom.edge.signin.Caller;
import hansom.edge.signin.Role;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The places of a rider's own that he may mean while he types: whose label or address has, for every word of the text, a word that begins so.
 * They are sealed, so that nobody but the edge can look for them.
 */
@Component
final class OwnPlaces {
    private static final int MOST = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Riders riders;
    private final PersonalTexts texts;

    OwnPlaces(Riders riders, PersonalTexts texts) {
        this.riders = riders;
        this.texts = texts;
    }

    /** None for whoever is no rider. */
    List<PlaceShape> meant(Caller caller, String text, @Nullable Point near) {
        List<String> words = words(text);
        if (words.isEmpty() || !caller.is(Role.RIDER)) return List.of();
        return riders.find(new RiderId(caller.subject())).stream()
                .flatMap(rider -> rider.places().stream())
                .map(place -> meant(place, words, near))
                .filter(Objects::nonNull)
                .limit(MOST)
                .toList();
    }

    private @Nullable PlaceShape meant(SavedPlace place, List<String> words, @Nullable Point near) {
        String label = texts.open(place.label());
        if (label == null) return null;
        String address = Objects.requireNonNullElse(texts.open(place.address()), "");
        List<String> own = words(label + " " + address);
        if (!words.stream().allMatch(word -> own.stream().anyMatch(mine -> mine.startsWith(word)))) return null;
        return PlaceShape.of(new Place(
                place.placeId().value(),
                Place.Kind.SAVED,
                label,
                address,
                place.point(),
                Place.Precision.POINT,
                near == null ? null : near.straightTo(place.point())));
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        return Arrays.stream(APART.split(plain)).filter(word -> !word.isEmpty()).toList();
    }

    /** His own before all others, no more than asked for. */
    static List<PlaceShape> first(List<PlaceShape> own, List<PlaceShape> others, int limit) {
        return Stream.concat(own.stream(), others.stream()).limit(limit).toList();
    }
}
