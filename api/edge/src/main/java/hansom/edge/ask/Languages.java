package hansom.edge.ask;

import java.util.Locale;

/** The languages that texts come in: Russian where it is asked for, else English. */
public final class Languages {
    private Languages() {}

    public static String of(Locale accepted) {
        return accepted.getLanguage().equals("ru") ? "ru" : "en";
    }
}
