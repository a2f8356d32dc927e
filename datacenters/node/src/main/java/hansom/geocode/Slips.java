package hansom.geocode;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What fingers and haste do to a text: wrong letters, no accents, short forms. */
final class Slips {
    private static final int LEAST_FOR_ONE = 5;
    private static final int LEAST_FOR_TWO = 9;
    private static final List<String> ROWS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю");
    private static final Map<String, List<String>> SHORT = Map.ofEntries(
            Map.entry("улица", List.of("ул.", "ул")),
            Map.entry("проспект", List.of("пр-т", "просп.", "пр.")),
            Map.entry("переулок", List.of("пер.", "пер")),
            Map.entry("шоссе", List.of("ш.", "ш")),
            Map.entry("бульвар", List.of("б-р", "бул.")),
            Map.entry("набережная", List.of("наб.")),
            Map.entry("площадь", List.of("пл.", "пл")),
            Map.entry("проезд", List.of("пр-д", "пр.")),
            Map.entry("avenue", List.of("av.", "av", "ave")),
            Map.entry("boulevard", List.of("bd", "blvd", "boul.")),
            Map.entry("place", List.of("pl.")),
            Map.entry("chemin", List.of("ch.")),
            Map.entry("impasse", List.of("imp.")),
            Map.entry("saint", List.of("st", "st.")),
            Map.entry("sainte", List.of("ste")),
            Map.entry("rua", List.of("r.", "r")),
            Map.entry("travessa", List.of("tv.", "trav.")),
            Map.entry("avenida", List.of("av.", "avda.")),
            Map.entry("largo", List.of("lg.")),
            Map.entry("praça", List.of("pç.", "pr.")),
            Map.entry("doutor", List.of("dr.")),
            Map.entry("santo", List.of("sto.")),
            Map.entry("são", List.of("s.")));

    private Slips() {}

    /** One wrong letter in one word, or two where the word is long; the same text when no word is long enough. */
    static String typo(String text, RandomGenerator chance) {
        String[] words = text.split(" ", -1);
        List<Integer> long5 = new ArrayList<>();
        for (int i = 0; i < words.length; i++)
            if (words[i].length() >= LEAST_FOR_ONE && words[i].chars().allMatch(Character::isLetter)) long5.add(i);
        if (long5.isEmpty()) return text;
        int which = long5.get(chance.nextInt(long5.size()));
        String word = edited(words[which], chance);
        if (words[which].length() >= LEAST_FOR_TWO && chance.nextInt(3) == 0) word = edited(word, chance);
        words[which] = word;
        return String.join(" ", words);
    }

    private static String edited(String word, RandomGenerator chance) {
        int at = chance.nextInt(word.length());
        return switch (chance.nextInt(5)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter(word, chance) + word.substring(at);
            case 2 -> word.substring(0, at) + letter(word, chance) + word.substring(at + 1);
            case 3 -> word.substring(0, at) + neighbour(word.charAt(at), chance) + word.substring(at + 1);
            default -> {
                int first = Math.min(at, word.length() - 2);
                yield word.substring(0, first)
                        + word.charAt(first + 1)
                        + word.charAt(first)
                        + word.substring(first + 2);
            }
        };
    }

    private static char letter(String word, RandomGenerator chance) {
        boolean cyrillic = word.chars().anyMatch(letter -> letter >= 'а' && letter <= 'я');
        return (char) (cyrillic ? 'а' + chance.nextInt(32) : 'a' + chance.nextInt(26));
    }

    private static char neighbour(char letter, RandomGenerator chance) {
        char small = Character.toLowerCase(letter);
        for (String row : ROWS) {
            int at = row.indexOf(small);
            if (at >= 0) return row.charAt(Math.clamp(at + (chance.nextBoolean() ? 1 : -1), 0, row.length() - 1));
        }
        return letter;
    }

    /** Small letters without accents and punctuation, ss for ß, е for ё. */
    static String hasty(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ё', 'е');
        String bare = Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("(?<=[a-z])\\p{M}+", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replaceAll("(?<!\\d)-|[^\\p{L}\\p{N}-]+", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    /** Its letters in another order, in words of its longest word's length. */
    static String shuffled(String text, RandomGenerator chance) {
        List<String> letters = new ArrayList<>();
        Truth.plain(text).replace(" ", "").chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
        Collections.shuffle(letters, chance);
        int half = letters.size() / 2;
        return String.join("", letters.subList(0, half)) + " " + String.join("", letters.subList(half, letters.size()));
    }

    /** As abbreviated in handwriting; the same text when nothing in it is ever abbreviated. */
    static String abbreviated(String text, RandomGenerator chance) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            List<String> ways = SHORT.get(words[i].toLowerCase(Locale.ROOT));
            if (ways != null) words[i] = ways.get(chance.nextInt(ways.size()));
            else words[i] = words[i].replaceFirst("(?<=\\p{L}{3})stra(?:ss|ß)e$", "str.");
        }
        return String.join(" ", words);
    }
}
