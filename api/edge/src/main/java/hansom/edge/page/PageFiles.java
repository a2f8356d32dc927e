package hansom.edge.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Finds the files of the pages and their libraries on the class path; each is read and compressed once. */
@Component
final class PageFiles {
    /** Libraries as pages name them, version included, and where they lie. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "ol-10.7.0.js", "/META-INF/resources/webjars/ol/10.7.0/dist/ol.js",
            "lit-html-3.3.2.js", "/META-INF/resources/webjars/lit-html/3.3.2/lit-html.js");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.(html|css|js|svg)");
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.parseMediaType("text/html;charset=UTF-8"),
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));

    private final Map<String, Optional<PageFile>> read = new ConcurrentHashMap<>();

    /** Whether this name never means anything else: it has a version in it. */
    static boolean lasting(String name) {
        return LIBRARIES.containsKey(name);
    }

    Optional<PageFile> find(String name) {
        String library = LIBRARIES.get(name);
        if (library != null) return read.computeIfAbsent(name, _ -> file("js", library));
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) return Optional.empty();
        Optional<PageFile> known = read.get(name);
        if (known != null) return known;
        Optional<PageFile> found = file(parts.group(1), name);
        if (found.isPresent()) read.put(name, found);
        return found;
    }

    private static Optional<PageFile> file(String ending, String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) return Optional.empty();
            return Optional.of(
                    PageFile.of(TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM), in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
