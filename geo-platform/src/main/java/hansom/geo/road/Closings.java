package hansom.geo.road;

import hansom.contract.geo.Point;
import java.time.Instant;
import java.util.List;

/** Which areas may not be entered. */
@FunctionalInterface
public interface Closings {
    /** Rings of at least three points. The very same list as long as nothing has changed, so that it is cheap to see that nothing has. */
    List<List<Point>> now();

    /** Those that will hold then, as far as it is known. */
    default List<List<Point>> at(Instant then) {
        return now();
    }
}
