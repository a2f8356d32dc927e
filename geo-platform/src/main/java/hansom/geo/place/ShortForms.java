package hansom.geo.place;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Short forms that may stand for several words ("pr." for проспект, проезд or praça), each known by the words that it may mean. What has
 * one meaning only is folded by {@link Words} already.
 */
final class ShortForms {
    private static final Map<String, Set<String>> MEANINGS = meanings(
            "р rua",
            "r rua",
            "tv travessa",
            "trav travessa",
            "trv travessa",
            "av avenida avenue",
            "avda avenida",
            "lg largo",
            "pc praça place",
            "pr praça проспект проезд",
            "пр проспект проезд",
            "esc escadas",
            "cc calçada",
            "urb urbanização",
            "est estrada",
            "dr doutor docteur doktor",
            "dra doutora",
            "eng engenheiro",
            "prof professor professeur",
            "gen general général",
            "cap capitão capitaine",
            "alm almirante",
            "pe padre",
            "d dom dona",
            "n nossa",
            "s são saint santa santo",
            "sto santo",
            "sta santa",
            "sra senhora",
            "ste sainte",
            "st sankt",
            "dre docteur",
            "ch chemin château",
            "esp esplanade",
            "al allée alameda аллея",
            "res résidence",
            "quai q",
            "sq square",
            "fg faubourg",
            "mt mont mount",
            "туп тупик",
            "пос посёлок поселок",
            "мкр микрорайон",
            "м метро",
            "им имени",
            "б большая большой",
            "мал малая малый",
            "ст старая старый",
            "нов новая новый",
            "кв квартал",
            "k katu",
            "t tie");

    private ShortForms() {}

    /** The words for which this one may stand, or which may stand for it; empty for most. */
    static Set<String> of(String word) {
        return MEANINGS.getOrDefault(word, Set.of());
    }

    private static Map<String, Set<String>> meanings(String... groups) {
        Map<String, Set<String>> meanings = new HashMap<>();
        for (String group : groups) {
            List<String> words = Words.of(group.strip());
            String brief = words.getFirst();
            for (String word : words.subList(1, words.size())) {
                meanings.computeIfAbsent(brief, first -> new LinkedHashSet<>()).add(word);
                meanings.computeIfAbsent(word, first -> new LinkedHashSet<>()).add(brief);
            }
        }
        Map<String, Set<String>> fixed = new HashMap<>();
        meanings.forEach((word, others) -> fixed.put(word, Set.copyOf(others)));
        return Map.copyOf(fixed);
    }
}
