package hansom.engines.axon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events whose handling failed, each with its cause, in the order in which they came for the same subject: one saga, one
 * row of a view. The first of a subject is tried again by itself, ever less often; those behind it wait; all other
 * subjects go on. After a number of attempts it stays until an operator has it tried again or takes it away.
 */
public final class ParkedEvents {

    /** Attempts made without being asked; with their pauses about a quarter of an hour. */
    static final int ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(3);
    private static final Duration STALE_CLAIM = Duration.ofMinutes(1);
    private static final int LONGEST_CAUSE = 2_000;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final PastShapes pastShapes;
    private final String node;
    private final InstantSource realTime;
    private final HeldSubjects held;

    ParkedEvents(JdbcClient jdbc, Serializer serializer, PastShapes pastShapes, String node, InstantSource realTime) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.pastShapes = pastShapes;
        this.node = node;
        this.realTime = realTime;
        this.held = new HeldSubjects(jdbc);
    }

    /**
     * What waits, oldest first.
     *
     * @param after only events parked later than this instant, for the next page
     */
    public List<Letter> list(Instant after, int limit) {
        return jdbc.sql("""
                SELECT lane, subject, place, event_id, payload_type, cause, attempts, parked_at FROM parked_event
                WHERE parked_at > :after ORDER BY parked_at, lane, subject, place LIMIT :limit""")
                .params(Map.of("after", after.toEpochMilli(), "limit", limit))
                .query((row, _) -> letter(row))
                .list();
    }

    /** The ids of the events that wait in a lane. */
    Set<String> ids(String lane) {
        return Set.copyOf(jdbc.sql("SELECT event_id FROM parked_event WHERE lane = :lane")
                .param("lane", lane)
                .query(String.class)
                .list());
    }

    /** How many events wait, for alarms. */
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM parked_event").query(Long.class).single();
    }

    /** Has the subject's events tried again now, in their order. */
    public void retry(String lane, String subject) {
        jdbc.sql("UPDATE parked_event SET attempts = 0, next_at = :now WHERE lane = :lane AND subject = :subject")
                .params(Map.of("now", realTime.millis(), "lane", lane, "subject", subject))
                .update();
    }

    /** Takes one event away unhandled; those behind it go on. For an operator who has mended the matter by hand. */
    public void discard(String lane, String subject, long place) {
        LOG.warn("Parked event {} of {} {} was discarded by hand", place, lane, subject);
        remove(lane, subject, place);
    }

    boolean holds(String lane, String subject) {
        return held.contains(lane, subject);
    }

    /** Parks the event behind whatever waits for the subject; {@code cause} is absent when it only waits its turn. */
    void park(String lane, String subject, EventMessage<?> event, @Nullable Throwable cause) {
        if (cause != null) {
            LOG.error(
                    "{} failed on {} ({}); parked", lane, event.getPayloadType().getSimpleName(), subject, cause);
        }
        if (isKept(lane, subject, event.getIdentifier())) return;
        long now = realTime.millis();
        jdbc.sql("""
                INSERT INTO parked_event (lane, subject, place, event_id, occurred_at, payload_type, payload_revision,
                    payload, meta_data, aggregate_type, aggregate_id, sequence_number, is_replay,
                    cause, attempts, parked_at, next_at, owner, claimed_at)
                VALUES (:lane, :subject, :place, :event, :at, :payloadType, :revision,
                    :payload, :metaData, :aggregateType, :aggregateId, :sequence, :replay,
                    :cause, 0, :now, :next, NULL, 0)""")
                .params(WrittenEvent.of(event, serializer).columns())
                .param("lane", lane)
                .param("subject", subject)
                .param("place", nextPlace(lane, subject))
                .param("cause", describe(cause))
                .param("now", now)
                .param("next", cause == null ? now : now + FIRST_PAUSE.toMillis())
                .update();
        held.changed();
    }

    /** The first event of each subject that is due for another attempt. */
    List<Head> due() {
        return jdbc.sql("""
                SELECT p.lane, p.subject, p.place, p.attempts FROM parked_event p
                JOIN (SELECT lane, subject, MIN(place) AS place FROM parked_event GROUP BY lane, subject) h
                  ON h.lane = p.lane AND h.subject = p.subject AND h.place = p.place
                WHERE p.next_at <= :now AND p.attempts < :limit""")
                .params(Map.of("now", realTime.millis(), "limit", ATTEMPTS))
                .query((row, _) -> new Head(
                        row.getString("lane"), row.getString("subject"), row.getLong("place"), row.getInt("attempts")))
                .list();
    }

    /** Makes the head this node's for a minute; whether it succeeded. */
    boolean claim(Head head) {
        long now = realTime.millis();
        jdbc.sql("""
                UPDATE parked_event SET owner = :node, claimed_at = :now
                WHERE lane = :lane AND subject = :subject AND place = :place
                  AND (owner IS NULL OR owner = :node OR claimed_at < :stale)""")
                .params(head.key())
                .param("node", node)
                .param("now", now)
                .param("stale", now - STALE_CLAIM.toMillis())
                .update();
        return jdbc.sql("""
                SELECT owner FROM parked_event
                WHERE lane = :lane AND subject = :subject AND place = :place""")
                .params(head.key())
                .query(String.class)
                .optional()
                .filter(node::equals)
                .isPresent();
    }

    EventMessage<?> read(Head head) {
        return jdbc.sql("""
                SELECT event_id, occurred_at, payload_type, payload_revision, payload, meta_data,
                    aggregate_type, aggregate_id, sequence_number, is_replay
                FROM parked_event WHERE lane = :lane AND subject = :subject AND place = :place""")
                .params(head.key())
                .query((row, _) -> written(row))
                .single()
                .read(serializer, pastShapes);
    }

    void failed(Head head, Throwable cause) {
        int attempts = head.attempts() + 1;
        long pause = Math.min(FIRST_PAUSE.toMillis() << Math.min(attempts, 20), LONGEST_PAUSE.toMillis());
        jdbc.sql("""
                UPDATE parked_event SET attempts = :attempts, next_at = :next, cause = :cause, owner = NULL
                WHERE lane = :lane AND subject = :subject AND place = :place""")
                .params(head.key())
                .param("attempts", attempts)
                .param("next", realTime.millis() + pause)
                .param("cause", describe(cause))
                .update();
    }

    void remove(String lane, String subject, long place) {
        jdbc.sql("DELETE FROM parked_event WHERE lane = :lane AND subject = :subject AND place = :place")
                .params(Map.of("lane", lane, "subject", subject, "place", place))
                .update();
        held.changed();
    }

    private boolean isKept(String lane, String subject, String event) {
        return jdbc.sql("""
                SELECT place FROM parked_event
                WHERE lane = :lane AND subject = :subject AND event_id = :event""")
                .params(Map.of("lane", lane, "subject", subject, "event", event))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private long nextPlace(String lane, String subject) {
        return jdbc.sql("""
                SELECT place FROM parked_event WHERE lane = :lane AND subject = :subject
                ORDER BY place DESC LIMIT 1""")
                .params(Map.of("lane", lane, "subject", subject))
                .query(Long.class)
                .optional()
                .map(last -> last + 1)
                .orElse(1L);
    }

    private static @Nullable String describe(@Nullable Throwable cause) {
        if (cause == null) return null;
        var text = String.valueOf(cause);
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("lane"),
                row.getString("subject"),
                row.getLong("place"),
                row.getString("event_id"),
                row.getString("payload_type"),
                row.getString("cause"),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("parked_at")));
    }

    private static WrittenEvent written(ResultSet row) throws SQLException {
        return new WrittenEvent(
                row.getString("event_id"),
                Instant.parse(row.getString("occurred_at")),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("meta_data"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getBoolean("is_replay"));
    }

    /**
     * One parked event.
     *
     * @param lane who failed: the class of a saga or the group of a projection
     * @param subject which saga, or which row
     * @param place its turn among those of the subject
     * @param cause why it failed last; absent when it only waits behind another
     */
    public record Letter(
            String lane,
            String subject,
            long place,
            String eventId,
            String eventType,
            @Nullable String cause,
            int attempts,
            Instant parkedAt) {}

    /** The first event of a subject and how often it has been tried. */
    record Head(String lane, String subject, long place, int attempts) {
        Map<String, Object> key() {
            return Map.of("lane", lane, "subject", subject, "place", place);
        }
    }
}
