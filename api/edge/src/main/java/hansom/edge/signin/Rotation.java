package hansom.edge.signin;

import java.time.Instant;

/** What came of a refresh token that was handed in. */
sealed interface Rotation {
    /** The successor, and until when it holds; the same one for every repetition within half a minute. */
    record Turned(Family family, String token, Instant expiresAt) implements Rotation {}

    /** Forged, expired, or of a sign-in that is over. */
    record Unknown() implements Rotation {}

    /** Used before, and not just now, or on another device: somebody has a copy. */
    record Reused(String family) implements Rotation {}
}
