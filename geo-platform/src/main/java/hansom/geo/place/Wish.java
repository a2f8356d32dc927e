package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: the words, whether two streets are meant, and where they are. */
record Wish(
        String text,
        List<Asked> words,
        boolean crossing,
        @Nullable Point near) {
    Wish {
        words = List.copyOf(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<Asked> numbers() {
        return words.stream().filter(Asked::number).toList();
    }

    Wish without(List<Asked> some) {
        return new Wish(
                text, words.stream().filter(word -> !some.contains(word)).toList(), crossing, near);
    }

    /** The words as one string. */
    String joined() {
        return String.join(" ", words.stream().map(Asked::word).toList());
    }
}
