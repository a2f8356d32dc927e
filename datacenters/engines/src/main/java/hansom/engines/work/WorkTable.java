package hansom.engines.work;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outside calls that are owed, in a table: noted in the transaction of the event that asks for them, taken under a lease by workers,
 * kept until they are done or a person has looked at them. Times are real time, never the business clock.
 */
public final class WorkTable {
    private static final List<String> COLUMNS =
            List.of("kind", "id", "content", "state", "attempts", "due_at", "leased_until", "why");
    private static final List<String> KEY = List.of("kind", "id");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;
    private final String node;

    /** A call that no repetition could help. */
    public record Parked(String kind, String id, String content, int attempts, String why) {}

    /** {@code node} names who takes calls, the same after a restart. */
    public WorkTable(JdbcClient sql, Dialect dialect, Transactions transactions, Clock clock, String node) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
        this.node = node;
    }

    /** Notes a call, in the caller's transaction; noting the same again changes nothing. */
    public void note(String kind, String id, String content) {
        sql.sql(dialect.insertIfAbsent("work", COLUMNS, KEY))
                .param("kind", kind)
                .param("id", id)
                .param("content", content)
                .param("state", "due")
                .param("attempts", 0)
                .param("due_at", clock.millis())
                .param("leased_until", 0L)
                .param("why", "")
                .update();
    }

    /** Up to {@code most} due calls of a kind, leased to the caller for so long. */
    List<Work> take(String kind, int most, Duration lease) {
        return transactions.call(() -> {
            long now = clock.millis();
            List<Work> due = sql.sql("SELECT kind, id, content, attempts FROM " + dialect.via("work", "work_due")
                            + " WHERE kind = :kind AND state = 'due' AND due_at <= :now AND leased_until <= :now"
                            + " ORDER BY due_at LIMIT " + most)
                    .param("kind", kind)
                    .param("now", now)
                    .query((row, number) -> new Work(
                            row.getString("kind"),
                            row.getString("id"),
                            row.getString("content"),
                            row.getInt("attempts")))
                    .list();
            return due.stream().filter(work -> lease(work, now, lease)).toList();
        });
    }

    private boolean lease(Work work, long now, Duration lease) {
        return sql.sql("UPDATE work SET leased_until = :until, leased_by = :node, attempts = :attempts"
                                + " WHERE kind = :kind AND id = :id AND leased_until <= :now AND state = 'due'")
                        .param("until", now + lease.toMillis())
                        .param("node", node)
                        .param("attempts", work.attempts() + 1)
                        .param("kind", work.kind())
                        .param("id", work.id())
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Takes up again what this node had in hand when it was killed, without waiting for its leases to end. */
    void takeUpOwn() {
        transactions.run(() -> sql.sql("UPDATE work SET leased_until = 0 WHERE leased_by = :node AND leased_until > 0")
                .param("node", node)
                .update());
    }

    void close(Work work, Worker.Outcome outcome) {
        switch (outcome) {
            case Worker.Outcome.Done done -> delete(work.kind(), work.id());
            case Worker.Outcome.Again again ->
                change(work, "due", clock.millis() + again.after().toMillis(), again.why());
            case Worker.Outcome.Hopeless hopeless -> change(work, "parked", 0, hopeless.why());
        }
    }

    private void change(Work work, String state, long due, String why) {
        transactions.run(() -> sql.sql(
                        "UPDATE work SET state = :state, due_at = :due, leased_until = 0, why = :why WHERE kind = :kind AND id = :id")
                .param("state", state)
                .param("due", due)
                .param("why", why.length() > 1_000 ? why.substring(0, 1_000) : why)
                .param("kind", work.kind())
                .param("id", work.id())
                .update());
    }

    private void delete(String kind, String id) {
        transactions.run(() -> sql.sql("DELETE FROM work WHERE kind = :kind AND id = :id")
                .param("kind", kind)
                .param("id", id)
                .update());
    }

    /** The calls that wait for a person. */
    public List<Parked> parked() {
        return sql.sql(
                        "SELECT kind, id, content, attempts, why FROM work WHERE state = 'parked' ORDER BY kind, id LIMIT 1000")
                .query((row, number) -> new Parked(
                        row.getString("kind"),
                        row.getString("id"),
                        row.getString("content"),
                        row.getInt("attempts"),
                        row.getString("why")))
                .list();
    }

    /** Makes a parked call due again; false when there is none. */
    public boolean retry(String kind, String id) {
        Optional<Parked> found = parked().stream()
                .filter(parked -> parked.kind().equals(kind) && parked.id().equals(id))
                .findFirst();
        found.ifPresent(parked ->
                change(new Work(kind, id, parked.content(), parked.attempts()), "due", clock.millis(), parked.why()));
        return found.isPresent();
    }
}
