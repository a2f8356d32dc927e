package hansom.contract.view;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What was done to views, for whoever asks later. */
public sealed interface ViewEvent {

    @Revision("1")
    record RebuildAsked(List<String> views, boolean onlyIfSame, String operator, Instant at) implements ViewEvent {
        public RebuildAsked {
            views = List.copyOf(views);
        }
    }

    /** The views answer from their new generation, or from the old one still and why. */
    @Revision("1")
    record RebuildEnded(
            List<String> views,
            RebuildState outcome,
            long differing,
            @Nullable String why,
            Instant at) implements ViewEvent {
        public RebuildEnded {
            views = List.copyOf(views);
        }
    }
}
