package hansom.edge.live;

import hansom.contract.geo.Point;
import hansom.contract.shift.OfferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an app may send over its socket. */
sealed interface ClientFrame {

    /** Must be the first: who is there, and the last sequence number that was seen (null for a fresh start). */
    record Hello(String token, @Nullable Long lastSeq) implements ClientFrame {}

    /** A renewed access token of the same person, in band. */
    record Renew(String token) implements ClientFrame {}

    /** Where a driver is or was. */
    record Positions(List<Fix> fixes) implements ClientFrame {
        public Positions {
            fixes = List.copyOf(fixes);
        }
    }

    /** One position; heading in degrees, speed in metres a second. */
    record Fix(
            Point point,
            Instant at,
            @Nullable Integer heading,
            @Nullable Double speed) {}

    record Accept(@Nullable String ref, OfferId offerId) implements ClientFrame {}

    record Decline(@Nullable String ref, OfferId offerId) implements ClientFrame {}

    /** Everything up to this sequence number has arrived. */
    record Ack(long seq) implements ClientFrame {}

    record Ping(@Nullable String ref) implements ClientFrame {}
}
