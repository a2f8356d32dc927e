package hansom.contract.geo;

import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the running or last update of the map goes, in real time: the file that was named, which part of the map is being built, which are and how
 * long each took, and when it has failed, why. {@code hash} is the file's SHA-256, once it is known.
 */
public record MapUpdate(
        String file,
        State state,
        @Nullable String part,
        List<Part> built,
        String askedBy,
        Instant startedAt,
        Duration took,
        @Nullable Instant endedAt,
        @Nullable String hash,
        @Nullable RefusalCode code,
        @Nullable String why) {
    public MapUpdate {
        built = List.copyOf(built);
    }

    /** A part of the map that is built and opened, and how long that took. */
    public record Part(String name, Duration took) {}

    /** How far it has come. */
    public enum State {
        /** The file is copied into the node's folder, so that nobody changes it meanwhile. */
        COPYING,
        /** It is read once to see whether it is whole. */
        CHECKING,
        /** Its parts are built and opened, one after the other; the map before answers. */
        BUILDING,
        SERVED,
        FAILED;

        public boolean over() {
            return this == SERVED || this == FAILED;
        }
    }
}
