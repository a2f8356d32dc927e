package hansom.geo.place;

import java.util.regex.Pattern;

/** What stands in a text in one way and is put in another, whatever the case of its letters and in whichever alphabet. */
public record Rewriting(Pattern found, String put) {
    /** The words of Russian addresses that stand before a number, each as alternatives of a pattern: of a flat or what leads to it. */
    public static final String FLAT = "кв|квартира|подъезд|под|эт|этаж";

    /** Of a house. */
    public static final String HOUSE = "дом|д|владение|вл";

    /** Of a block of houses under one number. */
    public static final String BLOCK = "корпус|корп|кор|к";

    /** Of a building of a block. */
    public static final String BUILDING = "строение|строен|стр|с";

    public static Rewriting of(String found, String put) {
        return new Rewriting(
                Pattern.compile(
                        found, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS),
                put);
    }

    public String on(String text) {
        return found.matcher(text).replaceAll(put);
    }
}
