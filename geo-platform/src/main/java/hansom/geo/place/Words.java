package hansom.geo.place;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings whatever people write to one form, the same for what is indexed and what is asked: one alphabet, one spelling of sounds on
 * which transliterations differ, one word for a kind of street, German compounds in their parts, house numbers in one piece.
 */
final class Words {
    private static final int REMEMBERED = 50_000;
    private static final int LONGEST_REMEMBERED = 30;
    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower");
    private static final Map<String, List<String>> FOLDED = new ConcurrentHashMap<>();

    private static final List<Rewriting> BEFORE = List.of(
            Rewriting.of("\\b(?:пр-к?т|pr-k?t)\\b", "проспект"),
            Rewriting.of("\\bб-р\\b", "бульвар"),
            Rewriting.of("\\bпр-д\\b", "проезд"),
            Rewriting.of("\\bпл-дь\\b", "площадь"),
            Rewriting.of("№", " "),
            Rewriting.of("(\\d)(?:[-\\s]?й|-?я|-(?:е|ый|ая|ое|го))\\b", "$1"),
            Rewriting.of("\\b(?:" + Rewriting.HOUSE + ")\\b\\.?\\s*(?=\\d)", " "),
            Rewriting.of("\\b(?:" + Rewriting.FLAT + "|flat|apt)\\b\\.?\\s*\\d+", " "),
            Rewriting.of("(\\d[а-яa-z]?)[\\s,]*(?:" + Rewriting.BLOCK + "|korpus|korp|k)\\.?\\s*(?=\\d)", "$1k"),
            Rewriting.of("(\\d[а-яa-z]?)[\\s,]*(?:" + Rewriting.BUILDING + "|stroenie|str|c|s)\\.?\\s*(?=\\d)", "$1s"),
            Rewriting.of("(\\d)\\s*(bis|ter|quater)\\b", "$1$2"),
            Rewriting.of("(\\d)\\s+([а-яa-z])(?=[\\s,]|$)", "$1$2"));

    /** Sounds that are spelt in several ways; in this order. */
    private static final List<Rewriting> SOUNDS = List.of(
            Rewriting.of("s(?:h)?ch", "sh"),
            Rewriting.of("kh", "h"),
            Rewriting.of("q", "k"),
            Rewriting.of("ch", "q"),
            Rewriting.of("t[sz]", "s"),
            Rewriting.of("c(?=[eiy])", "s"),
            Rewriting.of("ck|c", "k"),
            Rewriting.of("ph", "f"),
            Rewriting.of("w", "v"),
            Rewriting.of("ks", "x"),
            Rewriting.of("ou|oo", "u"),
            Rewriting.of("[jy]", "i"),
            Rewriting.of("([a-z])\\1+", "$1"),
            Rewriting.of("ie", "e"));

    private static final Pattern PIECES = Pattern.compile("[\\s,;]+");
    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");
    private static final Pattern QUOTES = Pattern.compile("[ʹʺ'’`·]");
    private static final List<String> COMPOUNDS =
            List.of("strasse", "shtrasse", "strase", "shtrase", "str", "gasse", "gase", "platz", "plats", "weg", "veg");
    private static final int LEAST_STEM = 3;
    private static final Map<String, String> SAME = same(
            "улица ул ulica",
            "проспект пр просп prospect",
            "переулок пер",
            "бульвар бул boulevard blvd bd boul bvd",
            "шоссе ш",
            "площадь пл place platz plaza piazza pl",
            "набережная наб",
            "street st saint sainte ste сент сен",
            "avenue ave av авеню",
            "road rd",
            "square sq сквер",
            "strasse str штрассе straße",
            "chemin ch",
            "impasse imp",
            "allee аллея",
            "route rte",
            "passage pass",
            "drive dr",
            "lane ln");

    private static final Set<String> KINDS =
            kinds("rue rua travessa largo praça calle via viale katu tie kuja gasse weg"
                    + " проезд тупик аллея набережная эспланада esplanade promenade cours quai beco rampa");
    private static final Set<String> ENDINGS =
            COMPOUNDS.stream().map(Words::oneOf).collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** The words of a text in their one form, in their order. */
    static List<String> of(String text) {
        String prepared = text.toLowerCase(Locale.ROOT);
        for (Rewriting rule : BEFORE) prepared = rule.on(prepared);
        List<String> words = new ArrayList<>();
        for (String piece : PIECES.split(prepared)) words.addAll(foldedOf(piece));
        return words;
    }

    /** The last word of a text, which may be unfinished, in its one form but for words that mean the same; empty when there is none. */
    static String begun(String text) {
        String prepared = text.toLowerCase(Locale.ROOT);
        String[] words = APART.split(latin(prepared.substring(lastPiece(prepared))), -1);
        String last = words.length == 0 ? "" : words[words.length - 1];
        for (String ending : COMPOUNDS)
            if (last.endsWith(ending) && last.length() >= ending.length() + LEAST_STEM) return folded(ending);
        return folded(last);
    }

    private static int lastPiece(String text) {
        int at = text.length();
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && ",;".indexOf(text.charAt(at - 1)) < 0) at--;
        return at;
    }

    /** What kinds of street are called, each with the one form under which it is kept. */
    static Map<String, String> synonyms() {
        return SAME;
    }

    /** Whether a word says what kind of street something is; people get it wrong, or say it in their own language. */
    static boolean isKind(String word) {
        return KINDS.contains(word);
    }

    /** The endings of German compounds, in their one form. */
    static Set<String> endings() {
        return ENDINGS;
    }

    private static List<String> foldedOf(String piece) {
        List<String> known = FOLDED.get(piece);
        if (known != null) return known;
        List<String> words = new ArrayList<>();
        for (String word : APART.split(latin(piece), -1)) addFolded(words, word);
        if (FOLDED.size() < REMEMBERED && piece.length() <= LONGEST_REMEMBERED) FOLDED.put(piece, List.copyOf(words));
        return words;
    }

    /** The text as one string of such words. */
    static String joined(String text) {
        return String.join(" ", of(text));
    }

    private static String latin(String piece) {
        String latin;
        synchronized (TO_LATIN) {
            latin = TO_LATIN.transliterate(piece);
        }
        latin = QUOTES.matcher(latin).replaceAll(piece.indexOf('\'') >= 0 || piece.indexOf('’') >= 0 ? " " : "");
        return latin;
    }

    private static void addFolded(List<String> words, String word) {
        if (word.isEmpty()) return;
        for (String ending : COMPOUNDS) {
            if (!word.endsWith(ending) || word.length() < ending.length() + LEAST_STEM) continue;
            words.add(folded(word.substring(0, word.length() - ending.length())));
            words.add(oneOf(ending));
            return;
        }
        words.add(oneOf(word));
    }

    private static String oneOf(String word) {
        String folded = folded(word);
        return SAME.getOrDefault(folded, folded);
    }

    private static String folded(String word) {
        if (word.chars().anyMatch(Character::isDigit)) return word;
        String folded = word;
        for (Rewriting rule : SOUNDS) folded = rule.on(folded);
        return folded;
    }

    private static Set<String> kinds(String others) {
        Set<String> kinds = new HashSet<>(SAME.values());
        kinds.addAll(of(others));
        return Set.copyOf(kinds);
    }

    private static Map<String, String> same(String... groups) {
        Map<String, String> same = new HashMap<>();
        for (String group : groups) {
            String[] words = group.split(" ", -1);
            String first = folded(latin(words[0]));
            for (String word : words) same.put(folded(latin(word)), first);
        }
        return Map.copyOf(same);
    }
}
