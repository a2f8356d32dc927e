package hansom.geo.road;

import java.time.Instant;

/** What is known of how fast roads are driven. */
@FunctionalInterface
public interface Traffic {
    /** At this moment; the very same object as long as nothing that matters has changed, so that it is cheap to see that nothing has. */
    Paces now();

    /** As is usual at an instant of the week. */
    default Paces usual(Instant at) {
        return Paces.FREE;
    }
}
