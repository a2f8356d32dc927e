package hansom.replay;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a large store of a small one: the stories of its people told again and again by others of the same kind. Every id gets another end,
 * so that each copy is of other riders, drivers and orders; the copies of one event lie side by side, so that no story is told at one go.
 */
final class CopiedEvents {
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{10}";
    private static final int AT_ONCE = 50;

    private final JdbcClient sql;

    CopiedEvents(JdbcClient sql) {
        this.sql = sql;
    }

    /** Copies until there are so many; every processor is told that it has handled them. */
    long until(long wanted) {
        long template = sql.sql("SELECT count(*) FROM domain_event WHERE " + told())
                .query(Long.class)
                .single();
        if (template == 0) throw new IllegalStateException("there is no ride to copy");
        long last = sql.sql("SELECT max(global_index) FROM domain_event")
                .query(Long.class)
                .single();
        long copies = Math.max(1, wanted / template);
        for (long from = 1; from <= copies; from += AT_ONCE) copy(last, from, Math.min(copies, from + AT_ONCE - 1));
        sql.sql(
                        "UPDATE token_entry SET token = replace(:token, '?', (SELECT max(global_index) FROM domain_event)::text),"
                                + " token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken'"
                                + " WHERE processor <> '__config'")
                .param("token", "{\"index\":?,\"gaps\":[]}")
                .update();
        sql.sql("ANALYZE domain_event").update();
        return sql.sql("SELECT count(*) FROM domain_event").query(Long.class).single();
    }

    /** What follows from rides and people, and from nothing that there is but once. */
    private static String told() {
        return "aggregate_id ~ '%s' AND aggregate_id <> event_id".formatted(ID);
    }

    private void copy(long last, long from, long to) {
        String renamed = "regexp_replace(%s, '" + ID + "', '\\1' || lpad(to_hex(copy), 10, '0'), 'g')";
        sql.sql(
                        ("INSERT INTO domain_event (aggregate_id, sequence_number, aggregate_type, event_id, meta_data, payload,"
                                        + " payload_revision, payload_type, occurred_at) SELECT %s, sequence_number, aggregate_type, %s,"
                                        + " meta_data, convert_to(%s, 'UTF8'), payload_revision, payload_type, occurred_at"
                                        + " FROM domain_event CROSS JOIN generate_series(:from, :to) AS copy"
                                        + " WHERE global_index <= :last AND %s ORDER BY global_index, copy")
                                .formatted(
                                        renamed.formatted("aggregate_id"),
                                        renamed.formatted("event_id"),
                                        renamed.formatted("convert_from(payload, 'UTF8')"),
                                        told()))
                .param("from", from)
                .param("to", to)
                .param("last", last)
                .update();
    }
}
