package hansom.geo.map;

import hansom.contract.geo.MapUpdate;
import hansom.contract.geo.MapUpdate.Part;
import hansom.contract.geo.MapUpdate.State;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one update of the map goes: written by who does it, read by whoever asks. */
final class Progress {
    private final String file;
    private final String operator;
    private final Clock realTime;
    private final Instant startedAt;
    private State state = State.COPYING;
    private @Nullable String part;
    private Instant partSince;
    private List<Part> built = List.of();
    private @Nullable Instant endedAt;
    private @Nullable String hash;
    private @Nullable RefusalCode code;
    private @Nullable String why;

    Progress(String file, String operator, Clock realTime) {
        this.file = file;
        this.operator = operator;
        this.realTime = realTime;
        this.startedAt = realTime.instant();
        this.partSince = startedAt;
    }

    String operator() {
        return operator;
    }

    synchronized boolean over() {
        return state.over();
    }

    synchronized void checks(String extract) {
        state = State.CHECKING;
        hash = extract;
    }

    synchronized void builds(String name) {
        state = State.BUILDING;
        part = name;
        partSince = realTime.instant();
    }

    synchronized void built() {
        if (part == null) return;
        Part whole = new Part(part, Duration.between(partSince, realTime.instant()));
        built = Stream.concat(built.stream(), Stream.of(whole)).toList();
        part = null;
    }

    synchronized void serves() {
        end(State.SERVED);
    }

    synchronized void fails(RefusalCode refusal, String reason) {
        code = refusal;
        why = reason;
        end(State.FAILED);
    }

    private void end(State last) {
        state = last;
        part = null;
        endedAt = realTime.instant();
    }

    synchronized MapUpdate show() {
        Instant until = endedAt == null ? realTime.instant() : endedAt;
        return new MapUpdate(
                file,
                state,
                part,
                built,
                operator,
                startedAt,
                Duration.between(startedAt, until),
                endedAt,
                hash,
                code,
                why);
    }
}
