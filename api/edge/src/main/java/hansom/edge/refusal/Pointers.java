package hansom.edge.refusal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** JSON pointers to what is wrong in a body, as URI fragments: {@code #/stops/0/lat}. */
final class Pointers {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[.\\[\\]]+");

    private Pointers() {}

    /** From a Java path such as {@code stops[0].pickupAt}. */
    static String ofPath(String path) {
        return BETWEEN.splitAsStream(path)
                .filter(part -> !part.isEmpty() && !part.equals("<list element>"))
                .map(Pointers::snake)
                .collect(Collectors.joining("/", "#/", ""));
    }

    /** From the place where reading stopped. */
    static @Nullable String ofReading(List<JacksonException.Reference> path) {
        if (path.isEmpty()) return null;
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : escaped(step.getPropertyName()))
                .collect(Collectors.joining("/", "#/", ""));
    }

    static String snake(String name) {
        return HUMP.matcher(escaped(name)).replaceAll("$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
