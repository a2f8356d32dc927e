package hansom.edge.developer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which Hansom this is. */
@Component
final class Release {
    String version() {
        @Nullable String packed = Release.class.getPackage().getImplementationVersion();
        return packed == null ? "0.1.0" : packed.replace("-SNAPSHOT", "");
    }
}
