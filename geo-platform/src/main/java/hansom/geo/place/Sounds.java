package hansom.geo.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a word when somebody says it aloud and another writes down what he heard, in whatever alphabet: voiced and voiceless are
 * one, h is silent, vowels are few. Letters that languages read differently give a word several sounds.
 */
final class Sounds {
    /** How a letter of the one form may be read elsewhere: ch as х, ш or к; x as ш; g before e and i as ж; -ão as -ан. */
    private static final List<Map.Entry<String, String>> READ_ALSO = List.of(
            Map.entry("q", "h"),
            Map.entry("q", "k"),
            Map.entry("x", "s"),
            Map.entry("g(?=[ei])", "zh"),
            Map.entry("ao$", "an"),
            Map.entry("en", "an"),
            Map.entry("oi", "ua"),
            Map.entry("[tsdpx]$", ""));

    private static final int MOST = 24;

    private Sounds() {}

    /** Every way in which a word of the index may sound. */
    static Set<String> all(String word) {
        if (Interpreter.isNumber(word)) return Set.of(word);
        Set<String> written = new LinkedHashSet<>(List.of(word));
        for (Map.Entry<String, String> also : READ_ALSO)
            for (String one : List.copyOf(written))
                if (written.size() < MOST) written.add(one.replaceAll(also.getKey(), also.getValue()));
        Set<String> sounds = new LinkedHashSet<>();
        for (String one : written) if (!one.isEmpty()) sounds.add(of(one));
        return sounds;
    }

    /** How a word sounds as it is written. */
    static String of(String word) {
        if (Interpreter.isNumber(word)) return word;
        String open = word.replace("zh", "i")
                .replace("eau", "o")
                .replace("au", "o")
                .replace("ei", "e")
                .replace("ai", "e")
                .replace("eu", "u")
                .replace("oi", "u");
        StringBuilder sound = new StringBuilder(open.length());
        for (int i = 0; i < open.length(); i++) {
            char letter = said(open.charAt(i));
            boolean last = i + 1 == open.length();
            boolean glide = letter == 'i' && i > 0 && !last && isVowel(open.charAt(i + 1));
            boolean silent = glide || (letter == 'h' && i > 0);
            if (!silent && (sound.isEmpty() || sound.charAt(sound.length() - 1) != letter)) sound.append(letter);
        }
        return sound.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static char said(char letter) {
        return switch (letter) {
            case 'z', 'q' -> 's';
            case 'g' -> 'k';
            case 'b' -> 'p';
            case 'd' -> 't';
            case 'v' -> 'f';
            case 'e' -> 'i';
            case 'o' -> 'u';
            default -> letter;
        };
    }
}
