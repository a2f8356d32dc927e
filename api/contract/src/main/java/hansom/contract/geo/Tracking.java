package hansom.contract.geo;

import java.time.Duration;

/**
 * What a trip's track says once it is matched to roads: the length that is billed, how much of it was filled in over gaps, the time from
 * first to last point, how many points there were, and where the encrypted file is kept with the SHA-256 of its content.
 */
public record Tracking(
        Distance distance, Distance filled, Duration time, int points, Basis basis, String file, String sha256) {
    /** Where the length comes from: the matched track, or the planned route when the phone sent too little. */
    public enum Basis {
        MATCHED,
        PLANNED
    }
}
