package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: the words in their one form, whether the last of them may be unfinished, and where they are. */
record Wish(
        String text,
        List<String> words,
        boolean crossing,
        boolean unfinished,
        @Nullable Point near) {
    private static final Pattern AND = Pattern.compile(
            "\\s*(?:/|&|\\+|\\s(?:и|and|et|und|угол|corner)\\s)\\s*", Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 12;

    Wish {
        words = List.copyOf(words);
    }

    static Wish of(String text, boolean typing, @Nullable Point near) {
        String[] parts = AND.split(text.strip(), 2);
        boolean crossing = parts.length == 2 && Arrays.stream(parts).noneMatch(String::isBlank);
        List<String> words = Words.of(crossing ? parts[0] + " " + parts[1] : text).stream()
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        boolean unfinished = typing && !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
        return new Wish(text, words, crossing, unfinished, near);
    }

    boolean mayBePrefix(String word) {
        return unfinished && word.equals(words.getLast());
    }

    Wish withoutNumbers() {
        return new Wish(
                text,
                words.stream().filter(word -> !isNumber(word)).toList(),
                crossing,
                unfinished && !words.isEmpty() && !isNumber(words.getLast()),
                near);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
