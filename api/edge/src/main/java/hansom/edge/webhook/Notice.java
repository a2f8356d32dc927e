package hansom.edge.webhook;

import java.time.Instant;

/** One thing that happened, without its content, which the receiver reads at {@code resourceHref}; numbered without gaps. */
record Notice(String eventId, String eventType, Instant eventTime, String resourceHref, long seq) {}
