package hansom.geo.place;

import java.util.Locale;

/** The two layouts between which people forget to switch: what was typed, on the same keys in the other one. */
final class Keyboard {
    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю";

    private Keyboard() {}

    static String other(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean cyrillic = small.chars().anyMatch(letter -> CYRILLIC.indexOf(letter) >= 0);
        String from = cyrillic ? CYRILLIC : LATIN;
        String to = cyrillic ? LATIN : CYRILLIC;
        StringBuilder typed = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            int key = from.indexOf(small.charAt(i));
            typed.append(key < 0 ? small.charAt(i) : to.charAt(key));
        }
        return typed.toString();
    }
}
