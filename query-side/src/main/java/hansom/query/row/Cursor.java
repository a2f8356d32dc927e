package hansom.query.row;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page begins: behind the row of this time and id. An unreadable one begins at the newest. */
public record Cursor(long at, String id) {
    private static final Cursor NEWEST = new Cursor(Long.MAX_VALUE, "");

    public static Cursor of(@Nullable String text) {
        if (text == null) return NEWEST;
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            return gap < 0 ? NEWEST : new Cursor(Long.parseLong(plain.substring(0, gap)), plain.substring(gap + 1));
        } catch (IllegalArgumentException unreadable) {
            return NEWEST;
        }
    }

    /** As apps hand it back. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
