package hansom.geo.nominatim;

import hansom.contract.geo.Point;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a Nominatim. Whatever keeps it from answering is a {@link NominatimAway}. */
interface Nominatim {
    /** How long a connection may take. */
    Duration CONNECT = Duration.ofMillis(300);
    /** How long it may be silent; somebody waits at a screen. */
    Duration READ = Duration.ofMillis(1_500);
    /** What passes by itself is tried once more. */
    int ATTEMPTS = 2;
    /** Half the side of the box around where somebody is, in degrees, in which places come first. */
    double AROUND_DEGREES = 0.05;

    List<Hit> search(String text, @Nullable Point near, String language, int limit);

    /** The house or, failing that, the street nearest to a point; empty where it knows of none. */
    Optional<Hit> reverse(Point point, String language);
}
