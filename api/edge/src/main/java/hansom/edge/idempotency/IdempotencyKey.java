package hansom.edge.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key of the call at hand, bound to who calls: two people may send the same text. */
public record IdempotencyKey(String caller, String value) {

    /** An id of the form {@code prefix_uuid} that is the same for every repetition of the call, on any node, also after a crash. */
    public String derivedId(String prefix) {
        UUID hash = UUID.nameUUIDFromBytes(
                "%s %s %s".formatted(prefix, caller, value).getBytes(StandardCharsets.UTF_8));
        // The last byte of an id names its home region; a hash knows none.
        return prefix + "_" + new UUID(hash.getMostSignificantBits(), hash.getLeastSignificantBits() & ~0xFFL);
    }
}
