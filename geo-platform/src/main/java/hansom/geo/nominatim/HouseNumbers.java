package hansom.geo.nominatim;

import static hansom.geo.place.Rewriting.BLOCK;
import static hansom.geo.place.Rewriting.BUILDING;
import static hansom.geo.place.Rewriting.FLAT;
import static hansom.geo.place.Rewriting.HOUSE;

import hansom.geo.place.Rewriting;
import java.util.List;

/**
 * Writes Russian house numbers as maps do, "дом 4, строение 2" as "4 с2": Nominatim knows them only so, and a flat or an entrance would keep
 * it from finding the house.
 */
final class HouseNumbers {
    private static final List<Rewriting> RULES = List.of(
            Rewriting.of(",?\\s*\\b(?:" + FLAT + "|оф|офис)\\b\\.?\\s*\\d+", ""),
            Rewriting.of("№\\s*(?=\\d)", ""),
            Rewriting.of("\\b(?:" + HOUSE + "|влад)\\b\\.?\\s*(?=\\d)", ""),
            Rewriting.of("(\\d[а-я]?)[\\s,]*(?:" + BLOCK + ")\\.?\\s*(?=\\d)", "$1 к"),
            Rewriting.of("(\\d[а-я]?)[\\s,]*(?:" + BUILDING + ")\\.?\\s*(?=\\d)", "$1 с"),
            Rewriting.of("(\\d)[\\s,]*(?:литера|литер|лит)\\.?\\s*([а-я])(?=[\\s,]|$)", "$1$2"),
            Rewriting.of("(\\d)\\s+([а-я])(?=[\\s,]|$)", "$1$2"));

    private HouseNumbers() {}

    static String asOnMaps(String text) {
        String plain = text;
        for (Rewriting rule : RULES) plain = rule.on(plain);
        return plain.strip();
    }
}
