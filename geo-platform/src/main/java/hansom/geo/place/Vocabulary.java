package hansom.geo.place;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * All words that the index knows, in memory, with how many places each occurs in. Finds what is spelt alike: a pass over all words that a
 * comparison of their letters cuts short, so that a slip costs a fraction of a millisecond wherever in the word it is.
 */
final class Vocabulary {
    private static final int MOST_ALIKE = 24;

    private final String[] words;
    private final int[] letters;
    private final int[] places;
    private final Map<String, String> synonyms = Words.synonyms();
    private final Map<String, List<String>> bySound = new HashMap<>();

    /** What a word is kept as: a kind of street under one form, every other word as it is. */
    private String meant(String word) {
        return synonyms.getOrDefault(word, word);
    }

    /** A word of the index and by how many edits it differs. */
    record Alike(String word, int edits, int places) {}

    private Vocabulary(SortedMap<String, Integer> all) {
        words = all.keySet().toArray(String[]::new);
        letters = new int[words.length];
        places = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            letters[i] = letters(words[i]);
            places[i] = all.getOrDefault(words[i], 0);
            String meant = meant(words[i]);
            for (String sound : Sounds.all(words[i]))
                bySound.computeIfAbsent(sound, first -> new ArrayList<>(1)).add(meant);
        }
    }

    static Vocabulary of(IndexReader index, List<String> fields) throws IOException {
        SortedMap<String, Integer> all = new TreeMap<>();
        for (String field : fields) {
            Terms terms = MultiTerms.getTerms(index, field);
            if (terms == null) continue;
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next())
                all.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
        }
        Words.synonyms().forEach((word, meant) -> all.putIfAbsent(word, all.getOrDefault(meant, 0)));
        return new Vocabulary(all);
    }

    boolean knows(String word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    boolean knowsBeginning(String beginning) {
        int at = Arrays.binarySearch(words, beginning);
        return at >= 0 || (-at - 1 < words.length && words[-at - 1].startsWith(beginning));
    }

    /** Kinds of street that begin so, in the form under which they are kept. */
    List<String> kindsBeginning(String beginning) {
        return synonyms.entrySet().stream()
                .filter(synonym -> synonym.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** In how many places a word occurs; 0 for one that is not known. */
    int places(String word) {
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : places[at];
    }

    /** Words that sound the same, however they are spelt. */
    List<String> soundingLike(String word) {
        return bySound.getOrDefault(Sounds.of(word), List.of());
    }

    /** Words within so many edits (a letter too many, too few, wrong, or two swapped), the nearest and most frequent first. */
    List<Alike> alike(String word, int edits) {
        int asked = letters(word);
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (Integer.bitCount(letters[i] ^ asked) > 2 * edits) continue;
            String known = words[i];
            if (Math.abs(known.length() - word.length()) > edits) continue;
            int apart = Edits.between(word, known, edits);
            if (apart <= edits) alike.add(new Alike(meant(known), apart, places[i]));
        }
        alike.sort(Comparator.comparingInt(Alike::edits)
                .thenComparing(Comparator.comparingInt(Alike::places).reversed()));
        return alike.size() > MOST_ALIKE ? alike.subList(0, MOST_ALIKE) : alike;
    }

    /** The words that begin like a word with at most one edit in its beginning. */
    List<Alike> beginningLike(String word) {
        int asked = letters(word);
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() <= word.length() || Integer.bitCount(asked & ~letters[i]) > 1) continue;
            int apart = 2;
            for (int length = word.length() - 1; length <= word.length() + 1; length++)
                apart = Math.min(apart, Edits.between(word, words[i].substring(0, length), 1));
            if (apart <= 1) alike.add(new Alike(meant(words[i]), apart, places[i]));
        }
        alike.sort(Comparator.comparingInt(Alike::edits)
                .thenComparing(Comparator.comparingInt(Alike::places).reversed()));
        return alike.size() > MOST_ALIKE ? alike.subList(0, MOST_ALIKE) : alike;
    }

    /** Which letters and digits a word has, one bit each; digits share bits. */
    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            letters |= 1 << (letter >= 'a' && letter <= 'z' ? letter - 'a' : 26 + letter % 6);
        }
        return letters;
    }
}
