package hansom.edge.webhook;

import java.time.Instant;
import java.util.Set;

/**
 * An address that is told what happens; {@code events} are the types it wants, none meaning all; {@code nextSeq} is what it is told next;
 * {@code rewinds} counts how often its owner sent it back to an earlier number.
 */
record Webhook(
        String id,
        String url,
        Set<String> events,
        String owner,
        Instant createdAt,
        long nextSeq,
        int attempts,
        int rewinds) {
    Webhook {
        events = Set.copyOf(events);
    }

    boolean wants(Notice notice) {
        return events.isEmpty() || events.contains(notice.eventType());
    }
}
