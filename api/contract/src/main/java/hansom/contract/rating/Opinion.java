package hansom.contract.rating;

import hansom.contract.person.Sealed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One to five stars, a few ready words, and a comment sealed under the key of who wrote it. */
public record Opinion(int stars, Set<Tag> tags, @Nullable Sealed comment) {
    public Opinion {
        tags = Set.copyOf(tags);
        if (stars < 1 || stars > 5) throw new IllegalArgumentException("stars are 1 to 5");
    }

    /** Ready words about a ride. */
    public enum Tag {
        POLITE,
        CLEAN_CAR,
        SAFE_DRIVING,
        GOOD_ROUTE,
        LATE,
        RUDE,
        DIRTY_CAR,
        UNSAFE_DRIVING,
        BAD_ROUTE,
        LEFT_MESS
    }
}
