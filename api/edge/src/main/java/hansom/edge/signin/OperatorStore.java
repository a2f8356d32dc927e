package hansom.edge.signin;

import hansom.edge.EdgeTables;
import hansom.engines.sql.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of operators and of the codes that make one; its callers bring the transaction. */
@Component
class OperatorStore {
    private static final List<String> COLUMNS = List.of(
            "operator_id", "name", "password", "totp", "roles", "made_at", "disabled_at", "last_step", "last_claim");

    private final JdbcClient sql;
    private final Dialect dialect;

    OperatorStore(JdbcClient sql, Dialect dialect, EdgeTables tables) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** An operator with what proves him. */
    record Kept(Operators.Operator operator, String password, String totp) {}

    void add(Operators.Operator operator, String password, String totp) {
        sql.sql(dialect.insertIfAbsent("operator", COLUMNS, List.of("operator_id")))
                .param("operator_id", operator.id())
                .param("name", operator.name())
                .param("password", password)
                .param("totp", totp)
                .param("roles", FamilyStore.words(operator.roles()))
                .param("made_at", operator.madeAt().toEpochMilli())
                .param("disabled_at", 0L)
                .param("last_step", 0L)
                .param("last_claim", "")
                .update();
    }

    Optional<Kept> named(String name) {
        return sql.sql("SELECT operator_id, name, password, totp, roles, made_at, disabled_at FROM operator"
                        + " WHERE name = :name")
                .param("name", name)
                .query((row, _) -> new Kept(read(row), row.getString("password"), row.getString("totp")))
                .optional();
    }

    List<Operators.Operator> list() {
        return sql.sql("SELECT operator_id, name, roles, made_at, disabled_at FROM operator ORDER BY operator_id")
                .query((row, _) -> read(row))
                .list();
    }

    long count() {
        return sql.sql("SELECT COUNT(*) FROM operator").query(Long.class).single();
    }

    /** Marks a step of the second factor as used, unless it or a later one was. */
    void claim(String id, long step, String claim) {
        sql.sql("UPDATE operator SET last_step = :step, last_claim = :claim"
                        + " WHERE operator_id = :id AND last_step < :step")
                .param("step", step)
                .param("claim", claim)
                .param("id", id)
                .update();
    }

    boolean holds(String id, String claim) {
        return sql.sql("SELECT last_claim FROM operator WHERE operator_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .filter(claim::equals)
                .isPresent();
    }

    void disable(String id, Instant now) {
        sql.sql("UPDATE operator SET disabled_at = :now WHERE operator_id = :id AND disabled_at = 0")
                .param("now", now.toEpochMilli())
                .param("id", id)
                .update();
    }

    void addCode(String hash, Set<Role> roles, String madeBy, Instant expiresAt) {
        sql.sql(dialect.upsert("setup_code", List.of("hash", "roles", "made_by", "expires_at"), List.of("hash")))
                .param("hash", hash)
                .param("roles", FamilyStore.words(roles))
                .param("made_by", madeBy)
                .param("expires_at", expiresAt.toEpochMilli())
                .update();
    }

    /** Takes a code away for good; what it allowed, unless it has expired or never was. The row is written first, so two cannot both have it. */
    Optional<Set<Role>> takeCode(String hash, Instant now) {
        sql.sql("UPDATE setup_code SET made_by = made_by WHERE hash = :hash")
                .param("hash", hash)
                .update();
        Optional<Set<Role>> roles = sql.sql("SELECT roles FROM setup_code WHERE hash = :hash AND expires_at > :now")
                .param("hash", hash)
                .param("now", now.toEpochMilli())
                .query((row, _) -> FamilyStore.roles(row.getString("roles")))
                .optional();
        sql.sql("DELETE FROM setup_code WHERE hash = :hash").param("hash", hash).update();
        return roles;
    }

    void dropCodesOf(String madeBy) {
        sql.sql("DELETE FROM setup_code WHERE made_by = :by")
                .param("by", madeBy)
                .update();
    }

    private static Operators.Operator read(ResultSet row) throws SQLException {
        return new Operators.Operator(
                row.getString("operator_id"),
                row.getString("name"),
                FamilyStore.roles(row.getString("roles")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getLong("disabled_at") != 0);
    }
}
