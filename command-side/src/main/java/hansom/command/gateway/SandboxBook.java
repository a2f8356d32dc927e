package hansom.command.gateway;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The played provider's own book, in its own tables and transactions: it knows nothing of ours, and keeps what it did when we crash. */
final class SandboxBook {
    private static final List<String> HOLD_COLUMNS =
            List.of("ref", "card", "state", "amount_minor", "taken_minor", "given_minor", "currency", "changed_at");
    private static final List<String> CALL_COLUMNS = List.of("call_id", "ref", "asked", "answer", "why", "times");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;

    /** Where a card holder's money is at the provider. */
    enum State {
        CONFIRMING,
        HELD,
        TAKEN,
        RELEASED,
        DECLINED
    }

    record Hold(String ref, String card, State state, long amount, long taken, long given, String currency) {
        Hold at(State next) {
            return new Hold(ref, card, next, amount, taken, given, currency);
        }

        Hold took(long part) {
            return new Hold(ref, card, State.TAKEN, amount, part, given, currency);
        }

        Hold gave(long part) {
            return new Hold(ref, card, state, amount, taken, given + part, currency);
        }
    }

    /** A call that was heard; {@code asked} is what it said, so that a key is not used for two things. */
    record Call(String id, String ref, String asked, String answer, String why, int times) {
        Call again() {
            return new Call(id, ref, asked, answer, why, times + 1);
        }
    }

    SandboxBook(JdbcClient sql, Dialect dialect, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    <T> T inTransaction(Supplier<T> unit) {
        return transactions.call(unit);
    }

    Optional<Call> call(String id) {
        return sql.sql("SELECT call_id, ref, asked, answer, why, times FROM sandbox_call WHERE call_id = :id")
                .param("id", id)
                .query((row, number) -> new Call(
                        row.getString("call_id"),
                        row.getString("ref"),
                        row.getString("asked"),
                        row.getString("answer"),
                        row.getString("why"),
                        row.getInt("times")))
                .optional();
    }

    /** Two that note the same new call at once cannot both succeed. */
    void insert(Call call) {
        write(
                "INSERT INTO sandbox_call (call_id, ref, asked, answer, why, times)"
                        + " VALUES (:call_id, :ref, :asked, :answer, :why, :times)",
                call);
    }

    void save(Call call) {
        write(dialect.upsert("sandbox_call", CALL_COLUMNS, List.of("call_id")), call);
    }

    private void write(String statement, Call call) {
        sql.sql(statement)
                .param("call_id", call.id())
                .param("ref", call.ref())
                .param("asked", call.asked())
                .param("answer", call.answer())
                .param("why", call.why())
                .param("times", call.times())
                .update();
    }

    Optional<Hold> hold(String ref) {
        return sql.sql("SELECT ref, card, state, amount_minor, taken_minor, given_minor, currency"
                        + " FROM sandbox_hold WHERE ref = :ref")
                .param("ref", ref)
                .query((row, number) -> new Hold(
                        row.getString("ref"),
                        row.getString("card"),
                        State.valueOf(row.getString("state")),
                        row.getLong("amount_minor"),
                        row.getLong("taken_minor"),
                        row.getLong("given_minor"),
                        row.getString("currency")))
                .optional();
    }

    void save(Hold hold) {
        sql.sql(dialect.upsert("sandbox_hold", HOLD_COLUMNS, List.of("ref")))
                .param("ref", hold.ref())
                .param("card", hold.card())
                .param("state", hold.state().name())
                .param("amount_minor", hold.amount())
                .param("taken_minor", hold.taken())
                .param("given_minor", hold.given())
                .param("currency", hold.currency())
                .param("changed_at", System.currentTimeMillis())
                .update();
    }
}
