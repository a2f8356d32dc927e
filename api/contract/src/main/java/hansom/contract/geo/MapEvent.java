package hansom.contract.geo;

import hansom.contract.refusal.RefusalCode;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What was done to the map, for whoever asks later: {@code from} and {@code to} are the SHA-256 of extracts. */
public sealed interface MapEvent {

    /** An operator has asked for another map than the one that is served. */
    @Revision("1")
    record MapUpdateAsked(String file, String from, String operator, Instant at) implements MapEvent {}

    /** Another map is served from now on. */
    @Revision("1")
    record MapUpdated(String file, String from, String to, String operator, Instant at) implements MapEvent {}

    /** The map is the one that it was, and why. */
    @Revision("1")
    record MapUpdateFailed(String file, String from, RefusalCode code, String why, String operator, Instant at)
            implements MapEvent {}
}
