package hansom.geocode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a name in the other alphabet as people do, or with the keyboard left in the other layout. */
final class Scripts {
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    /** BGN/PCGN 1947 without marks; ICAO Doc 9303 (passports); two ways in which people write. */
    private static final List<List<String>> SCHEMES = List.of(
            List.of("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(" ", -1)),
            List.of("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".split(" ", -1)),
            List.of("a b v g d e e j z i y k l m n o p r s t u f h c ch sh sch - i - e u ya".split(" ", -1)),
            List.of("a b v g d e jo zh z i j k l m n o p r s t u f h ts ch sh sch - y - e ju ja".split(" ", -1)));

    private static final Map<String, String> SOUNDS = table(
            "a а b б c к d д e е f ф g г h х i и j ж k к l л m м n н o о p п q к r р s с t т u у v в w в x кс y и z з"
                    + " ph ф qu к ck к sh ш");
    private static final Map<String, String> FRENCH =
            table("ou у eau о au о oi уа ch ш gn нь ce се ci си é е è е ê е ç с ai е c к");
    private static final Map<String, String> GERMAN =
            table("sch ш tsch ч ch х ei ай eu ой äu ой ie и ä е ö ё ü ю z ц v ф ß сс st ст j й ja я ju ю tz ц");
    private static final Map<String, String> PORTUGUESE = table(
            "lh ль nh нь ch ш ç с ão ан õe ойн ce се ci си ge же gi жи x ш á а à а â а é е ê е í и ó о ô о ú у ã а");
    private static final Map<String, String> FINNISH = table("ä я ö ё y ю j й ja я h х");

    private static final String LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";

    private Scripts() {}

    static boolean cyrillic(String text) {
        return text.toLowerCase(Locale.ROOT).chars().anyMatch(letter -> CYRILLIC.indexOf(letter) >= 0);
    }

    /** In the other alphabet; {@code all} are words of the map, from which its language is guessed. */
    static String other(String text, String all, RandomGenerator chance) {
        return cyrillic(text) ? latin(text, chance) : inCyrillic(text, language(all));
    }

    private static String latin(String text, RandomGenerator chance) {
        List<String> scheme = SCHEMES.get(chance.nextInt(SCHEMES.size()));
        return text.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(letter -> {
                    int at = CYRILLIC.indexOf(letter);
                    return at < 0
                            ? String.valueOf((char) letter)
                            : scheme.get(at).replace("-", "");
                })
                .collect(Collectors.joining());
    }

    private static Map<String, String> language(String all) {
        String words = all.toLowerCase(Locale.ROOT);
        if (words.contains("rua ")) return PORTUGUESE;
        if (words.contains("avenue ")) return FRENCH;
        return words.contains("katu") ? FINNISH : GERMAN;
    }

    private static String inCyrillic(String text, Map<String, String> own) {
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < small.length(); ) {
            int taken = 0;
            for (int length = Math.min(4, small.length() - at); length > 0 && taken == 0; length--) {
                String piece = small.substring(at, at + length);
                String put = own.getOrDefault(piece, SOUNDS.get(piece));
                if (put == null && length == 1) put = SOUNDS.get(Truth.plain(piece));
                if (put == null) continue;
                written.append(put);
                taken = length;
            }
            if (taken == 0) written.append(small.charAt(at));
            at += Math.max(1, taken);
        }
        return written.toString();
    }

    /** Typed on the keys of the other layout; null where the text has letters that these keys do not carry. */
    static @Nullable String wrongLayout(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean cyrillic = cyrillic(small);
        String from = cyrillic ? CYRILLIC_KEYS : LATIN_KEYS;
        String to = cyrillic ? LATIN_KEYS : CYRILLIC_KEYS;
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < small.length(); i++) {
            char letter = small.charAt(i);
            int at = from.indexOf(letter);
            if (at < 0 && Character.isLetter(letter)) return null;
            typed.append(at < 0 || !Character.isLetter(letter) ? letter : to.charAt(at));
        }
        return typed.toString();
    }

    private static Map<String, String> table(String pairs) {
        String[] words = pairs.split(" ", -1);
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> words[2 * i], i -> words[2 * i + 1], (first, second) -> second));
    }
}
