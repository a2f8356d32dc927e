package hansom.contract.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All views and the place of the newest event in the store. */
public record ViewStates(long head, List<One> views) {
    public ViewStates {
        views = List.copyOf(views);
    }

    /**
     * One view: which generation answers and since when, how many events it is behind, and its running or last rebuild. What cannot be
     * rebuilt says why.
     */
    public record One(
            String name,
            @Nullable String whyNot,
            long generation,
            Instant since,
            long lag,
            @Nullable Rebuild rebuild) {}

    /** A rebuild of one view: real time, not the business clock's. */
    public record Rebuild(
            long generation,
            RebuildState state,
            String askedBy,
            boolean onlyIfSame,
            long eventsRead,
            long eventsToRead,
            long eventsPerSecond,
            Instant startedAt,
            @Nullable Instant expectedEnd,
            @Nullable Instant endedAt,
            @Nullable Compared compared,
            @Nullable String why) {}

    /** How many rows were held against the living ones at the same event, how many differ, and some of those. */
    public record Compared(long rows, long differing, List<String> examples) {
        public Compared {
            examples = List.copyOf(examples);
        }
    }
}
