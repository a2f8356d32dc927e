package hansom.edge.idempotency;

import hansom.edge.EdgeTables;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers by caller and key. A row without a status is a call that runs; after a minute it is taken for dead and the key is free again. */
@Component
class AnswerStore {
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration KEPT = Duration.ofDays(2);
    private static final List<String> COLUMNS =
            List.of("caller", "key_hash", "request", "owner", "started_at", "status", "headers", "body");
    private static final List<String> KEY = List.of("caller", "key_hash");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;

    AnswerStore(JdbcClient sql, Dialect dialect, Transactions transactions, EdgeTables tables) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /** A call as it is kept; status 0 while it runs. */
    record Kept(String request, String owner, Instant startedAt, int status, String headers, String body) {
        boolean running() {
            return status == 0;
        }
    }

    /** What a call may do: run as this owner, or be given what is kept. */
    sealed interface Claim {
        record Run(String owner) implements Claim {}

        record Answered(Kept kept) implements Claim {}

        record Running() implements Claim {}

        record OtherBody() implements Claim {}
    }

    Claim claim(String caller, String key, String request, Instant now) {
        String owner = UUID.randomUUID().toString();
        return transactions.call(() -> {
            begin(caller, key, request, owner, now);
            Kept kept = find(caller, key).orElseThrow();
            boolean dead = kept.running() && kept.startedAt().plus(LEASE).isBefore(now);
            if (dead && !kept.owner().equals(owner)) {
                takeOver(caller, key, kept.owner(), owner, request, now);
                kept = find(caller, key).orElseThrow();
            }
            if (kept.owner().equals(owner)) return new Claim.Run(owner);
            if (!kept.request().equals(request)) return new Claim.OtherBody();
            return kept.running() ? new Claim.Running() : new Claim.Answered(kept);
        });
    }

    void answered(String caller, String key, String owner, int status, String headers, String body) {
        transactions.run(() -> sql.sql("UPDATE stored_answer SET status = :status, headers = :headers, body = :body"
                        + " WHERE caller = :caller AND key_hash = :key AND owner = :owner")
                .param("status", status)
                .param("headers", headers)
                .param("body", body)
                .param("caller", caller)
                .param("key", key)
                .param("owner", owner)
                .update());
    }

    /** The call came to nothing that should be repeated; its key is free. */
    void release(String caller, String key, String owner) {
        transactions.run(() -> sql.sql("DELETE FROM stored_answer WHERE caller = :caller AND key_hash = :key"
                        + " AND owner = :owner AND status = 0")
                .param("caller", caller)
                .param("key", key)
                .param("owner", owner)
                .update());
    }

    /** Drops what was kept long enough. */
    void tidy(Instant now) {
        transactions.run(() -> sql.sql("DELETE FROM stored_answer WHERE started_at < :before")
                .param("before", now.minus(KEPT).toEpochMilli())
                .update());
    }

    private void begin(String caller, String key, String request, String owner, Instant now) {
        sql.sql(dialect.insertIfAbsent("stored_answer", COLUMNS, KEY))
                .param("caller", caller)
                .param("key_hash", key)
                .param("request", request)
                .param("owner", owner)
                .param("started_at", now.toEpochMilli())
                .param("status", 0)
                .param("headers", "")
                .param("body", "")
                .update();
    }

    private void takeOver(String caller, String key, String dead, String owner, String request, Instant now) {
        sql.sql("UPDATE stored_answer SET owner = :owner, request = :request, started_at = :now"
                        + " WHERE caller = :caller AND key_hash = :key AND owner = :dead AND status = 0")
                .param("owner", owner)
                .param("request", request)
                .param("now", now.toEpochMilli())
                .param("caller", caller)
                .param("key", key)
                .param("dead", dead)
                .update();
    }

    private Optional<Kept> find(String caller, String key) {
        return sql.sql("SELECT request, owner, started_at, status, headers, body FROM stored_answer"
                        + " WHERE caller = :caller AND key_hash = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, _) -> new Kept(
                        row.getString("request"),
                        row.getString("owner"),
                        Instant.ofEpochMilli(row.getLong("started_at")),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getString("body")))
                .optional();
    }
}
