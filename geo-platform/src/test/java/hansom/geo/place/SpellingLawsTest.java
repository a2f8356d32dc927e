package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds of folding, sounds, edits and keys whatever is written. */
class SpellingLawsTest {
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final List<String> ICAO =
            List.of("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".split(" ", -1));
    private static final List<String> BGN =
            List.of("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(" ", -1));

    @Property(tries = 300)
    void wordsAreSmallLatinLettersAndDigits(@ForAll String anything) {
        assertThat(Words.of(anything)).allMatch(word -> word.matches("[a-z0-9]+"));
    }

    @Property(tries = 300)
    void capitalsAndBlanksMakeNoDifference(@ForAll("russian") String one, @ForAll("russian") String other) {
        assertThat(Words.of(" " + one.toUpperCase(Locale.ROOT) + ",  " + other)).isEqualTo(Words.of(one + " " + other));
    }

    @Property(tries = 300)
    void russianSoundsTheSameInPassportsAndOnRoadSigns(@ForAll("russian") String word) {
        assertThat(sounds(word)).isEqualTo(sounds(written(word, ICAO))).isEqualTo(sounds(written(word, BGN)));
    }

    @Property(tries = 300)
    void anEditIsCountedAsOne(
            @ForAll @AlphaChars @StringLength(min = 2, max = 12) String word,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(max = 3) int edit) {
        int at = Math.min(place, word.length() - 2);
        String slipped = switch (edit) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + '7' + word.substring(at);
            case 2 -> word.substring(0, at) + '7' + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
        assertThat(Edits.between(word, slipped, 2)).isEqualTo(word.equals(slipped) ? 0 : 1);
        assertThat(Edits.between(slipped, word, 2)).isEqualTo(Edits.between(word, slipped, 2));
    }

    @Property(tries = 300)
    void countsEditsLikeThePlainTable(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other,
            @ForAll @IntRange(max = 4) int most) {
        assertThat(Edits.between(one, other, most)).isEqualTo(Math.min(most + 1, plainly(one, other)));
    }

    @Property(tries = 300)
    void theOtherKeysOfTheOtherKeysAreTheSame(@ForAll("russian") String word) {
        assertThat(Keyboard.other(Keyboard.other(word))).isEqualTo(word);
    }

    @Provide
    Arbitrary<String> russian() {
        Arbitrary<String> consonants =
                Arbitraries.of("б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "ст", "ф", "ш");
        Arbitrary<String> vowels = Arbitraries.of("а", "о", "у", "ы", "и", "э");
        return net.jqwik.api.Combinators.combine(consonants, vowels)
                .as(String::concat)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(syllables -> String.join("", syllables));
    }

    private static List<String> sounds(String text) {
        return Words.of(text).stream().map(Sounds::of).toList();
    }

    private static String written(String word, List<String> scheme) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++)
            latin.append(scheme.get(CYRILLIC.indexOf(word.charAt(i))).replace("-", ""));
        return latin.toString();
    }

    /** The whole table of the restricted distance of Damerau and Levenshtein, by recursion on what is left. */
    private static int plainly(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int[] row : table) Arrays.fill(row, Integer.MAX_VALUE);
        for (int i = 0; i <= one.length(); i++)
            for (int j = 0; j <= other.length(); j++) {
                int least = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE;
                if (i > 0) least = Math.min(least, table[i - 1][j] + 1);
                if (j > 0) least = Math.min(least, table[i][j - 1] + 1);
                if (i > 0 && j > 0)
                    least = Math.min(least, table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) least = Math.min(least, table[i - 2][j - 2] + 1);
                table[i][j] = least;
            }
        return table[one.length()][other.length()];
    }
}
