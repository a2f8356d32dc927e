package hansom.edge.webhook;

import hansom.edge.EdgeTables;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks, the log of notices that they are told from, and what became of each attempt. Times are real time. */
@Component
class WebhookTables {
    private static final String WEBHOOK = "id, url, events, owner, created_at, next_seq, attempts, rewinds";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    WebhookTables(JdbcClient sql, Dialect dialect, Transactions transactions, EdgeTables ready) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /** Adds a notice with the next number, in the caller's transaction; an event that is in the log already changes nothing. */
    void append(String eventId, String type, Instant at, String href) {
        if (sql.sql("SELECT seq FROM " + dialect.via("webhook_notice", "webhook_notice_event")
                        + " WHERE event_id = :event")
                .param("event", eventId)
                .query(Long.class)
                .optional()
                .isPresent()) return;
        sql.sql(
                        "INSERT INTO webhook_notice (seq, event_id, event_type, event_time, href) VALUES (:seq, :event, :type, :at, :href)")
                .param("seq", lastSeq() + 1)
                .param("event", eventId)
                .param("type", type)
                .param("at", at.toString())
                .param("href", href)
                .update();
    }

    long lastSeq() {
        return sql.sql("SELECT seq FROM webhook_notice ORDER BY seq DESC LIMIT 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<Notice> notice(long seq) {
        return sql.sql("SELECT event_id, event_type, event_time, href FROM webhook_notice WHERE seq = :seq")
                .param("seq", seq)
                .query((row, number) -> new Notice(
                        row.getString("event_id"),
                        row.getString("event_type"),
                        Instant.parse(row.getString("event_time")),
                        row.getString("href"),
                        seq))
                .optional();
    }

    /** Keeps a webhook that is told what comes after now; the same id again changes nothing. */
    void add(String id, String url, Set<String> events, String owner) {
        List<String> columns = List.of(
                "id",
                "url",
                "events",
                "owner",
                "created_at",
                "next_seq",
                "attempts",
                "rewinds",
                "due_at",
                "leased_until",
                "removed");
        transactions.run(() -> sql.sql(dialect.insertIfAbsent("webhook", columns, List.of("id")))
                .param("id", id)
                .param("url", url)
                .param("events", String.join(" ", events))
                .param("owner", owner)
                .param("created_at", clock.millis())
                .param("next_seq", lastSeq() + 1)
                .param("attempts", 0)
                .param("rewinds", 0)
                .param("due_at", 0L)
                .param("leased_until", 0L)
                .param("removed", false)
                .update());
    }

    List<Webhook> list(String owner) {
        return sql.sql("SELECT " + WEBHOOK
                        + " FROM webhook WHERE owner = :owner AND removed = false ORDER BY created_at LIMIT 100")
                .param("owner", owner)
                .query((row, number) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(String id) {
        return sql.sql("SELECT " + WEBHOOK + " FROM webhook WHERE id = :id AND removed = false")
                .param("id", id)
                .query((row, number) -> webhook(row))
                .optional();
    }

    private static Webhook webhook(java.sql.ResultSet row) throws java.sql.SQLException {
        Set<String> events = Arrays.stream(row.getString("events").split(" "))
                .filter(event -> !event.isEmpty())
                .collect(Collectors.toSet());
        return new Webhook(
                row.getString("id"),
                row.getString("url"),
                events,
                row.getString("owner"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getLong("next_seq"),
                row.getInt("attempts"),
                row.getInt("rewinds"));
    }

    void remove(String id) {
        transactions.run(() -> sql.sql("UPDATE webhook SET removed = true WHERE id = :id")
                .param("id", id)
                .update());
    }

    /** Tells a webhook everything again from this number on. */
    void rewind(String id, long seq) {
        transactions.run(() -> sql.sql(
                        "UPDATE webhook SET next_seq = :seq, attempts = 0, rewinds = rewinds + 1, due_at = 0 WHERE id = :id")
                .param("seq", seq)
                .param("id", id)
                .update());
    }

    /** The webhooks that have something to be told now, each leased to the caller for so long. */
    List<Webhook> take(Duration lease) {
        return transactions.call(() -> {
            long now = clock.millis();
            List<Webhook> due = sql.sql("SELECT " + WEBHOOK + " FROM webhook WHERE removed = false AND due_at <= :now"
                            + " AND leased_until <= :now AND next_seq <= :last ORDER BY due_at LIMIT 50")
                    .param("now", now)
                    .param("last", lastSeq())
                    .query((row, number) -> webhook(row))
                    .list();
            for (Webhook webhook : due)
                sql.sql("UPDATE webhook SET leased_until = :until WHERE id = :id")
                        .param("until", now + lease.toMillis())
                        .param("id", webhook.id())
                        .update();
            return due;
        });
    }

    /** What is next, and when; a rewind that came in between wins, also one to the number that was just being told. */
    void advance(Webhook told, long nextSeq, int attempts, Instant due) {
        transactions.run(() -> {
            sql.sql("UPDATE webhook SET leased_until = 0 WHERE id = :id")
                    .param("id", told.id())
                    .update();
            sql.sql(
                            "UPDATE webhook SET next_seq = :next, attempts = :attempts, due_at = :due WHERE id = :id AND next_seq = :before AND rewinds = :rewinds")
                    .param("next", nextSeq)
                    .param("attempts", attempts)
                    .param("due", due.toEpochMilli())
                    .param("id", told.id())
                    .param("before", told.nextSeq())
                    .param("rewinds", told.rewinds())
                    .update();
        });
    }

    void log(String webhook, Delivery delivery) {
        List<String> columns = List.of("webhook", "at", "seq", "attempt", "status", "error", "taken");
        transactions.run(() -> sql.sql(dialect.upsert("webhook_delivery", columns, List.of("webhook", "at", "seq")))
                .param("webhook", webhook)
                .param("at", delivery.at().toEpochMilli())
                .param("seq", delivery.seq())
                .param("attempt", delivery.attempt())
                .param("status", delivery.status() == null ? 0 : delivery.status())
                .param("error", delivery.error() == null ? "" : delivery.error())
                .param("taken", delivery.taken())
                .update());
    }

    /** The newest attempts first. */
    List<Delivery> deliveries(String webhook, int limit) {
        return sql.sql("SELECT at, seq, attempt, status, error, taken FROM webhook_delivery WHERE webhook = :webhook"
                        + " ORDER BY at DESC, seq DESC LIMIT " + limit)
                .param("webhook", webhook)
                .query((row, number) -> new Delivery(
                        row.getLong("seq"),
                        row.getInt("attempt"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        orNull(row.getInt("status")),
                        row.getString("error").isEmpty() ? null : row.getString("error"),
                        row.getBoolean("taken")))
                .list();
    }

    private static @Nullable Integer orNull(int status) {
        return status == 0 ? null : status;
    }
}
