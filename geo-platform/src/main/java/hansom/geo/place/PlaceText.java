package hansom.geo.place;

import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an entry as a person reads it: its name, and the line under it, in the language asked for and in the manner of the map's country. */
final class PlaceText {
    private final String country;

    PlaceText(String country) {
        this.country = country;
    }

    Place place(Entry entry, String languageTag, @Nullable Point near) {
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        String address = house(entry, language);
        String area = Entry.in(language, entry.area());
        boolean isHouse = entry.kind() == Kind.HOUSE;
        String name = isHouse ? address : Entry.in(language, entry.names());
        return new Place(
                entry.id(),
                entry.kind(),
                name,
                Stream.of(isHouse ? "" : address, area.equals(name) ? "" : area)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                entry.point(),
                entry.precision(),
                near == null ? null : near.straightTo(entry.point()));
    }

    private String house(Entry entry, String language) {
        String street = Entry.in(language, entry.street());
        String house = entry.house();
        return AddressLine.of(street, house == null ? "" : house, country, language);
    }
}
