package hansom.query.rebuild;

import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewStates.Compared;
import hansom.contract.view.ViewStates.Rebuild;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the rebuild of one view goes, told to whoever looks while it runs. */
final class Progress {
    private final Clock realTime;
    private volatile Rebuild rebuild;
    private volatile long beganAt;
    private volatile Instant began;

    Progress(Rebuild rebuild, Clock realTime) {
        this.rebuild = rebuild;
        this.realTime = realTime;
        this.beganAt = rebuild.eventsRead();
        this.began = realTime.instant();
    }

    Rebuild rebuild() {
        return rebuild;
    }

    /** From here on its speed counts, so that a pause between two lives of a node does not. */
    void beginsAt(long place) {
        beganAt = place;
        began = realTime.instant();
    }

    void read(long place, long head) {
        Duration spent = Duration.between(began, realTime.instant());
        boolean filling = rebuild.state() == RebuildState.FILLING;
        long speed = filling && spent.toMillis() > 0
                ? (place - beganAt) * 1_000 / spent.toMillis()
                : rebuild.eventsPerSecond();
        @Nullable
        Instant end = speed <= 0 ? null : realTime.instant().plusMillis(Math.max(0, head - place) * 1_000 / speed);
        rebuild = with(rebuild.state(), place, Math.max(head, place), speed, end, null, rebuild.compared(), null);
    }

    Rebuild becomes(RebuildState state) {
        return becomes(state, null);
    }

    Rebuild becomes(RebuildState state, @Nullable String why) {
        Rebuild now = rebuild;
        rebuild = with(
                state,
                now.eventsRead(),
                now.eventsToRead(),
                now.eventsPerSecond(),
                state.over() ? null : now.expectedEnd(),
                state.over() ? realTime.instant() : null,
                now.compared(),
                why);
        return rebuild;
    }

    void compared(Compared compared) {
        Rebuild now = rebuild;
        rebuild = with(
                now.state(),
                now.eventsRead(),
                now.eventsToRead(),
                now.eventsPerSecond(),
                now.expectedEnd(),
                null,
                compared,
                null);
    }

    private Rebuild with(
            RebuildState state,
            long read,
            long toRead,
            long speed,
            @Nullable Instant expected,
            @Nullable Instant ended,
            @Nullable Compared compared,
            @Nullable String why) {
        Rebuild now = rebuild;
        return new Rebuild(
                now.generation(),
                state,
                now.askedBy(),
                now.onlyIfSame(),
                read,
                toRead,
                speed,
                now.startedAt(),
                expected,
                ended,
                compared,
                why);
    }
}
