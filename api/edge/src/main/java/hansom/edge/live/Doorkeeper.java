package hansom.edge.live;

import java.util.Optional;

/** Reads the access token that a live connection brings. May take a moment (revocations lie in Redis): never call it from an event loop. */
interface Doorkeeper {
    /** Who the token lets in as rider or driver; empty when it is forged, expired, revoked, or of another role. */
    Optional<Guest> admit(String token);

    /** Whether a token that was let in has been revoked since. */
    boolean revoked(Guest guest);
}
