package hansom.edge.origin;

import hansom.engines.StartRefused;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The origins that {@code hansom.cors.origins} lets call from a browser, exact and never all; none by default. */
@Component
public final class Origins {
    private final Set<String> allowed;

    public Origins(@Value("${hansom.cors.origins:}") List<String> configured) {
        this.allowed = configured.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(Origins::exact)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<String> allowed() {
        return allowed;
    }

    /**
     * Whether a page of this origin may open a socket here: one that is allowed, or one of this host. The page's own port is another than
     * the socket's where no proxy joins them, so ports are not compared.
     */
    public boolean mayConnect(String origin, String host) {
        if (allowed.contains(origin)) return true;
        try {
            String name = URI.create(origin).getHost();
            return name != null && name.equalsIgnoreCase(host.replaceFirst(":[0-9]+$", ""));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String exact(String origin) {
        if (origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) return origin;
        throw new StartRefused(
                "hansom.cors.origins takes exact origins such as https://app.example.org, not %s".formatted(origin));
    }
}
