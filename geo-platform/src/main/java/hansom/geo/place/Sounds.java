package hansom.geo.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is left of a word when somebody says it aloud and another writes down what he heard, in whatever alphabet: voiced and voiceless are
 * one, h is silent, vowels are few. Letters that languages read differently give a word several sounds.
 */
final class Sounds {
    /** How a letter of the one form may be read elsewhere: ch as х, ш or к; x as ш; g before e and i as ж; -ão as -ан. */
    private static final List<Reading> READ_ALSO = List.of(
            Reading.of("q", "h"),
            Reading.of("q", "k"),
            Reading.of("x", "s"),
            Reading.of("g(?=[ei])", "zh"),
            Reading.of("ao$", "an"),
            Reading.of("en", "an"),
            Reading.of("oi", "ua"),
            Reading.of("[tsdpx]$", ""));

    private record Reading(Pattern letters, String put) {
        static Reading of(String letters, String put) {
            return new Reading(Pattern.compile(letters), put);
        }
    }

    private static final int MOST = 24;

    private Sounds() {}

    /** Every way in which a word of the index may sound. */
    static Set<String> all(String word) {
        if (Interpreter.isNumber(word)) return Set.of(word);
        Set<String> written = new LinkedHashSet<>(List.of(word));
        for (Reading also : READ_ALSO) {
            if (!also.letters().matcher(word).find()) continue;
            for (String one : List.copyOf(written))
                if (written.size() < MOST)
                    written.add(also.letters().matcher(one).replaceAll(also.put()));
        }
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
