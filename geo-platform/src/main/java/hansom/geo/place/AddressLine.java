package hansom.geo.place;

import java.util.Set;

/**
 * A street and a house in one line, as people of the country write them: "улица Гончарова, 4 с2", "12 Rue Grimaldi", "Hauptstraße 5". By
 * country as the templates of OpenCage's address-formatting say.
 */
public final class AddressLine {
    private static final Set<String> NUMBER_FIRST = Set.of(
            "AU", "CA", "DZ", "FR", "GB", "GG", "GI", "HK", "IE", "IL", "IN", "JE", "JM", "KE", "LB", "LK", "LU", "MA",
            "MC", "MT", "MU", "MY", "NG", "NZ", "OM", "PH", "PK", "SA", "SG", "SN", "TH", "TN", "US", "ZA", "ZW");
    private static final Set<String> COMMA =
            Set.of("AM", "AZ", "BR", "BY", "CL", "ES", "GE", "KG", "KZ", "MD", "RU", "TJ", "UA", "UZ");

    private AddressLine() {}

    /** {@code country} is a code of ISO 3166-1, or empty: then the line is written as readers of the language write one. */
    public static String of(String street, String house, String country, String language) {
        if (street.isEmpty() || house.isEmpty()) return street + house;
        if (NUMBER_FIRST.contains(country)) return house + " " + street;
        boolean comma = country.isEmpty() ? language.equals("ru") : COMMA.contains(country);
        return street + (comma ? ", " : " ") + house;
    }
}
