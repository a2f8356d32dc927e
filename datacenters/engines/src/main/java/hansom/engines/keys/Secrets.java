package hansom.engines.keys;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets of the installation by name (signing keys and the like): made once, kept wrapped under the master key, the same on all nodes. */
public final class Secrets {
    private static final List<String> COLUMNS = List.of("name", "wrapped");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final MasterKey master;
    private final Map<String, byte[]> cache = new ConcurrentHashMap<>();

    public Secrets(JdbcClient sql, Dialect dialect, Transactions transactions, MasterKey master) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.master = master;
    }

    /** 32 random bytes, the same for this name for ever. */
    public byte[] bytes(String name) {
        return bytes(name, () -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            return fresh;
        });
    }

    /** What {@code maker} made when the name was first asked for, for ever; when two nodes ask at once, one of theirs. */
    public byte[] bytes(String name, Supplier<byte[]> maker) {
        return cache.computeIfAbsent(
                        name,
                        asked -> read(asked).orElseGet(() -> {
                            byte[] wrapped = master.wrap(maker.get(), asked);
                            transactions.run(() -> sql.sql(dialect.insertIfAbsent("secret", COLUMNS, List.of("name")))
                                    .param("name", asked)
                                    .param("wrapped", wrapped)
                                    .update());
                            return read(asked).orElseThrow();
                        }))
                .clone();
    }

    private Optional<byte[]> read(String name) {
        return sql.sql("SELECT wrapped FROM secret WHERE name = :name")
                .param("name", name)
                .query((row, number) -> master.unwrap(row.getBytes("wrapped"), name))
                .optional();
    }
}
