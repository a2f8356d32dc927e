package hansom.engines.testing;

import hansom.engines.postgres.LocalPostgres;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.sql.Transactions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A real PostgreSQL for tests; each asks for a database of its own. */
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable LocalPostgres server;

    private TestPostgres() {}

    /** The address of a new, empty database. */
    public static PostgresAddress freshAddress() {
        return server().database("test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
    }

    /** A new, empty database. */
    public static DataSource fresh() {
        PostgresAddress address = freshAddress();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        return dataSource;
    }

    public static Transactions transactions(DataSource dataSource) {
        return new Transactions(new JdbcTransactionManager(dataSource));
    }

    private static synchronized LocalPostgres server() {
        LocalPostgres running = server;
        if (running != null) return running;
        AtomicReference<@Nullable LocalPostgres> started = new AtomicReference<>();
        running = LocalPostgres.start(
                TestFolder.make("postgres", () -> {
                    LocalPostgres postgres = started.get();
                    if (postgres != null) postgres.close();
                }),
                TestFolder.programs());
        started.set(running);
        server = running;
        return running;
    }
}
