package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** What each code means, in the language of whoever asks. */
final class Titles {
    private static final Properties RUSSIAN = read();

    private Titles() {}

    static String of(RefusalCode code, Locale language) {
        return language.getLanguage().equals("ru") ? RUSSIAN.getProperty(code.wire(), code.meaning()) : code.meaning();
    }

    private static Properties read() {
        var titles = new Properties();
        try (InputStream in = Titles.class.getResourceAsStream("titles_ru.properties")) {
            if (in == null) throw new IllegalStateException("titles_ru.properties is missing");
            titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return titles;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
