package hansom.edge.signin;

import hansom.edge.EdgeTables;
import hansom.engines.sql.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sign-ins and refresh tokens; its callers bring the transaction. */
@Component
class FamilyStore {
    private static final List<String> FAMILY = List.of(
            "family",
            "person",
            "roles",
            "client",
            "device",
            "device_name",
            "started_at",
            "seen_at",
            "ends_at",
            "ended_at",
            "end_reason");
    private static final List<String> TOKEN = List.of("hash", "family", "made_at", "expires_at", "used_at");

    private final JdbcClient sql;
    private final Dialect dialect;

    FamilyStore(JdbcClient sql, Dialect dialect, EdgeTables tables) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** A refresh token as it is kept. */
    record Kept(String family, Instant expiresAt, Instant usedAt) {
        boolean used() {
            return usedAt.toEpochMilli() != 0;
        }
    }

    void add(Family family) {
        sql.sql(dialect.insertIfAbsent("token_family", FAMILY, List.of("family")))
                .param("family", family.id())
                .param("person", family.person())
                .param("roles", words(family.roles()))
                .param("client", family.client())
                .param("device", family.device())
                .param("device_name", family.deviceName())
                .param("started_at", family.startedAt().toEpochMilli())
                .param("seen_at", family.seenAt().toEpochMilli())
                .param("ends_at", family.endsAt().toEpochMilli())
                .param("ended_at", 0L)
                .param("end_reason", "")
                .update();
    }

    Optional<Family> find(String family) {
        return sql.sql("SELECT %s FROM token_family WHERE family = :family".formatted(String.join(", ", FAMILY)))
                .param("family", family)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Family> living(String person) {
        return sql.sql("SELECT %s FROM %s WHERE person = :person AND ended_at = 0 ORDER BY started_at"
                        .formatted(String.join(", ", FAMILY), dialect.via("token_family", "token_family_person")))
                .param("person", person)
                .query((row, _) -> read(row))
                .list();
    }

    List<String> endedSince(Instant since) {
        return sql.sql("SELECT family FROM %s WHERE ended_at >= :since"
                        .formatted(dialect.via("token_family", "token_family_ended")))
                .param("since", since.toEpochMilli())
                .query(String.class)
                .list();
    }

    void seen(String family, Instant now, Instant endsAt) {
        sql.sql("UPDATE token_family SET seen_at = :now, ends_at = :ends WHERE family = :family")
                .param("now", now.toEpochMilli())
                .param("ends", endsAt.toEpochMilli())
                .param("family", family)
                .update();
    }

    void end(String family, Instant now, String reason) {
        sql.sql("UPDATE token_family SET ended_at = :now, end_reason = :reason WHERE family = :family AND ended_at = 0")
                .param("now", now.toEpochMilli())
                .param("reason", reason)
                .param("family", family)
                .update();
    }

    void addToken(String hash, String family, Instant now, Instant expiresAt) {
        sql.sql(dialect.insertIfAbsent("refresh_token", TOKEN, List.of("hash")))
                .param("hash", hash)
                .param("family", family)
                .param("made_at", now.toEpochMilli())
                .param("expires_at", expiresAt.toEpochMilli())
                .param("used_at", 0L)
                .update();
    }

    Optional<Kept> token(String hash) {
        return sql.sql("SELECT family, expires_at, used_at FROM refresh_token WHERE hash = :hash")
                .param("hash", hash)
                .query((row, _) -> new Kept(
                        row.getString("family"),
                        Instant.ofEpochMilli(row.getLong("expires_at")),
                        Instant.ofEpochMilli(row.getLong("used_at"))))
                .optional();
    }

    /** Only the first call changes anything. */
    void use(String hash, Instant now) {
        sql.sql("UPDATE refresh_token SET used_at = :now WHERE hash = :hash AND used_at = 0")
                .param("now", now.toEpochMilli())
                .param("hash", hash)
                .update();
    }

    /** Drops tokens and sign-ins that ended long ago. */
    void tidy(Instant before) {
        sql.sql("DELETE FROM refresh_token WHERE expires_at < :before")
                .param("before", before.toEpochMilli())
                .update();
        sql.sql("DELETE FROM token_family WHERE ends_at < :before")
                .param("before", before.toEpochMilli())
                .update();
    }

    static String words(Set<Role> roles) {
        return roles.stream().map(Role::wire).sorted().collect(Collectors.joining(" "));
    }

    static Set<Role> roles(String words) {
        return Arrays.stream(words.split(" ", -1))
                .flatMap(word -> Role.named(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Family read(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        return new Family(
                row.getString("family"),
                row.getString("person"),
                roles(row.getString("roles")),
                row.getString("client"),
                row.getString("device"),
                row.getString("device_name"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                ended == 0 ? null : Instant.ofEpochMilli(ended));
    }
}
