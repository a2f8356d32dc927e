package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what was typed the words of the index that may be meant. A word that the index knows is taken as it stands; one that it does not
 * know is taken for those that sound the same, or are spelt alike. What makes no sense is tried on the keys of the other layout.
 */
final class Interpreter {
    private static final Pattern AND = Pattern.compile(
            "\\s*(?:/|&|\\+|\\s(?:и|and|et|und|e|ja|угол|corner)\\s)\\s*",
            Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    private static final Pattern NEARNESS = Pattern.compile(
            "\\b(?:near me|nearby|nearest|closest|near|рядом со мной|рядом|ближайш[а-я]*|поблизости|proche|in der nähe)\\b",
            Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MOST_LETTERS = 200;
    private static final int MOST_WORDS = 12;
    private static final int LEAST_FOR_SOUND = 3;
    private static final int LEAST_FOR_ONE = 4;
    private static final int LEAST_FOR_TWO = 8;
    private static final int LEAST_HALF = 3;
    private static final int LEAST_BEGUN = 2;
    private static final int LEAST_POSTCODE = 4;
    private static final int MOST_LET_GO = 2;
    private static final double MORE_SENSE = 0.25;
    private static final double SHORT_FORM = 0.9;
    private static final double SAME_SOUND = 0.8;
    private static final double NO_EDIT = 0.9;
    private static final double SAME_BEGINNING = 0.5;

    private final Vocabulary vocabulary;
    private final Predicate<String> houseNumber;
    private final double all;

    /** {@code houseNumber} says whether some house of the index has a number, {@code places} how many places there are. */
    Interpreter(Vocabulary vocabulary, Predicate<String> houseNumber, int places) {
        this.vocabulary = vocabulary;
        this.houseNumber = houseNumber;
        this.all = Math.max(2, places);
    }

    Wish wish(String text, boolean typing, @Nullable Point near) {
        String brief = text.codePointCount(0, text.length()) > MOST_LETTERS
                ? text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS))
                : text;
        String what = NEARNESS.matcher(brief).replaceAll(" ");
        if (!what.equals(brief) && !what.isBlank()) brief = what.strip();
        Wish asTyped = read(brief, typing, near);
        double sense = sense(asTyped);
        if (sense >= 1 || asTyped.isEmpty()) return asTyped;
        Wish otherKeys = read(Keyboard.other(brief), typing, near);
        return sense(otherKeys) > sense + MORE_SENSE ? otherKeys : asTyped;
    }

    /** The share of the words, numbers aside, that the index knows as they stand. */
    private double sense(Wish wish) {
        List<Asked> words =
                wish.words().stream().filter(word -> !isNumber(word.word())).toList();
        if (words.isEmpty()) return wish.isEmpty() ? 0 : 1;
        double known = 0;
        double letters = 0;
        for (Asked word : words) {
            letters += word.word().length();
            if (knows(word.word(), word.unfinished())) known += word.word().length();
        }
        return known / letters;
    }

    private Wish read(String text, boolean typing, @Nullable Point near) {
        String[] parts = AND.split(text.strip(), 2);
        boolean crossing = parts.length == 2 && Arrays.stream(parts).noneMatch(String::isBlank);
        boolean open = typing && !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
        List<String> words = new ArrayList<>();
        for (String word : Words.of(text)) if (words.size() < MOST_WORDS && !words.contains(word)) words.add(word);
        if (words.stream().anyMatch(word -> !isNumber(word))) words.removeIf(this::isPostcode);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean unfinished = open && i == words.size() - 1;
            String word = unfinished ? begun(text, words.get(i)) : words.get(i);
            List<String> halves = halves(word, unfinished);
            if (halves.isEmpty()) {
                asked.add(asked(word, unfinished, false));
                continue;
            }
            asked.add(asked(halves.getFirst(), false, false));
            asked.add(asked(halves.getLast(), unfinished, false));
        }
        return new Wish(text, asked, crossing, near);
    }

    /** The last word as it was begun; the letters that may be half of a sound are let go when nothing begins with them. */
    private String begun(String text, String word) {
        String begun = Words.begun(text);
        if (begun.isEmpty() || isNumber(word)) return word;
        for (int less = 0; less <= MOST_LET_GO && begun.length() - less >= LEAST_BEGUN; less++) {
            String shorter = begun.substring(0, begun.length() - less);
            if (vocabulary.knowsBeginning(shorter)) return shorter;
        }
        return begun;
    }

    /** The same wish with every word open to slips, also those that the index knows. */
    Wish looser(Wish wish) {
        List<Asked> words = wish.words().stream()
                .map(word -> asked(word.word(), word.unfinished(), true))
                .toList();
        return new Wish(wish.text(), words, wish.crossing(), wish.near());
    }

    private boolean knows(String word, boolean unfinished) {
        return unfinished ? vocabulary.knowsBeginning(word) : vocabulary.knows(word) || houseNumber.test(word);
    }

    private Asked asked(String word, boolean unfinished, boolean loosely) {
        Map<String, Double> readings = new HashMap<>();
        readings.put(word, 1.0);
        if (unfinished) vocabulary.kindsBeginning(word).forEach(kind -> add(readings, kind, 1));
        else ShortForms.of(word).forEach(other -> add(readings, other, SHORT_FORM));
        boolean number = houseNumber.test(word) || isNumber(word);
        boolean known = knows(word, unfinished) || readings.keySet().stream().anyMatch(vocabulary::knows);
        if (!isNumber(word) && (loosely || !known)) slips(word, unfinished, loosely, readings);
        int places = 0;
        for (String reading : readings.keySet()) places = Math.max(places, vocabulary.places(reading));
        return new Asked(word, unfinished, number, Words.isKind(word), readings, Math.log(all / (places + 1)) + 1);
    }

    private void slips(String word, boolean unfinished, boolean loosely, Map<String, Double> readings) {
        if (word.length() < LEAST_FOR_SOUND) return;
        for (String same : vocabulary.soundingLike(word)) add(readings, same, SAME_SOUND);
        if (loosely && word.length() < LEAST_FOR_ONE) return;
        int most = word.length() < LEAST_FOR_TWO ? 1 : 2;
        List<Vocabulary.Alike> alike = vocabulary.alike(word, most);
        for (Vocabulary.Alike other : alike) add(readings, other.word(), fits(other, word));
        if (unfinished)
            for (Vocabulary.Alike other : vocabulary.beginningLike(word)) add(readings, other.word(), SAME_BEGINNING);
        boolean lost = alike.isEmpty() && readings.size() == 1;
        if ((lost || loosely) && word.length() >= LEAST_FOR_ONE)
            for (Vocabulary.Alike other : vocabulary.alike(word, most + 1))
                add(readings, other.word(), fits(other, word));
    }

    /** Each edit counts the more the shorter a word is. */
    private static double fits(Vocabulary.Alike other, String word) {
        double same = Math.max(0, 1 - (double) other.edits() / word.length());
        return NO_EDIT * same * same;
    }

    private static void add(Map<String, Double> readings, String word, double fits) {
        readings.merge(word, fits, Math::max);
    }

    /** A word that nobody knows but whose two parts are words was written together. */
    private List<String> halves(String word, boolean unfinished) {
        if (word.length() < 2 * LEAST_HALF || isNumber(word) || knows(word, unfinished)) return List.of();
        boolean oneSlip = !vocabulary.soundingLike(word).isEmpty()
                || !vocabulary.alike(word, 1).isEmpty();
        if (oneSlip) return List.of();
        for (int at = word.length() - 1; at >= LEAST_HALF; at--) {
            String stem = word.substring(0, at);
            String rest = word.substring(at);
            boolean known =
                    unfinished ? beginsAnEnding(rest) : at <= word.length() - LEAST_HALF && vocabulary.knows(rest);
            if (known && vocabulary.knows(stem)) return List.of(stem, rest);
        }
        return unfinished ? List.of() : misspelt(word);
    }

    /** A compound with a slip: its ending with at most one, its stem known or with one. */
    private List<String> misspelt(String word) {
        List<String> alike = List.of();
        for (String ending : Words.endings())
            for (int length = ending.length() - 1; length <= ending.length() + 1; length++) {
                int at = word.length() - length;
                if (at < LEAST_HALF || Edits.between(word.substring(at), ending, 1) > 1) continue;
                String stem = word.substring(0, at);
                if (vocabulary.knows(stem)) return List.of(stem, ending);
                if (!vocabulary.alike(stem, 1).isEmpty()) alike = List.of(stem, ending);
            }
        return alike;
    }

    private static boolean beginsAnEnding(String rest) {
        return Words.endings().stream().anyMatch(ending -> ending.startsWith(rest));
    }

    /** A long number that is neither a house's nor in a name says nothing that the other words do not. */
    private boolean isPostcode(String word) {
        return word.length() >= LEAST_POSTCODE
                && word.chars().allMatch(Character::isDigit)
                && !knows(word, true)
                && !houseNumber.test(word);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
