package hansom.geo.nominatim;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes Russian house numbers as maps do, "дом 4, строение 2" as "4 с2": Nominatim knows them only so, and a flat or an entrance would keep
 * it from finding the house.
 */
final class HouseNumbers {
    private record Rule(Pattern found, String put) {
        static Rule of(String found, String put) {
            return new Rule(
                    Pattern.compile(
                            found, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS),
                    put);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(",?\\s*\\b(?:кв|квартира|подъезд|под|эт|этаж|оф|офис)\\b\\.?\\s*\\d+", ""),
            Rule.of("№\\s*(?=\\d)", ""),
            Rule.of("\\b(?:дом|д|владение|влад|вл)\\b\\.?\\s*(?=\\d)", ""),
            Rule.of("(\\d[а-я]?)[\\s,]*(?:корпус|корп|кор|к)\\.?\\s*(?=\\d)", "$1 к"),
            Rule.of("(\\d[а-я]?)[\\s,]*(?:строение|строен|стр|с)\\.?\\s*(?=\\d)", "$1 с"),
            Rule.of("(\\d)[\\s,]*(?:литера|литер|лит)\\.?\\s*([а-я])(?=[\\s,]|$)", "$1$2"),
            Rule.of("(\\d)\\s+([а-я])(?=[\\s,]|$)", "$1$2"));

    private HouseNumbers() {}

    static String asOnMaps(String text) {
        String plain = text;
        for (Rule rule : RULES) plain = rule.found().matcher(plain).replaceAll(rule.put());
        return plain.strip();
    }
}
