package hansom.engines;

import com.zaxxer.hikari.HikariDataSource;
import hansom.engines.data.DataFolder;
import hansom.engines.keys.MasterKey;
import hansom.engines.keys.Seals;
import hansom.engines.postgres.LocalPostgres;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.sql.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Database and keys of a node that is not running, for what is done to it from its own machine; refused while it runs. */
public final class IdleEngines implements AutoCloseable {
    private final DataFolder data;
    private final @Nullable LocalPostgres embedded;
    private final HikariDataSource database = new HikariDataSource();
    private final MasterKey master;

    private IdleEngines(DataFolder data, PropertyResolver settings) {
        this.data = data;
        String named = settings.getProperty("hansom.postgres", "");
        embedded = named.isEmpty() ? LocalPostgres.start(data.folder("postgres"), data.folder("programs")) : null;
        try {
            PostgresAddress address = embedded == null ? PostgresAddress.of(named) : embedded.database("hansom");
            database.setJdbcUrl(address.url());
            if (!address.user().isEmpty()) database.setUsername(address.user());
            if (!address.password().isEmpty()) database.setPassword(address.password());
            database.setMaximumPoolSize(2);
            Migrations.run(database, "engines");
            master = MasterKey.of(data, settings.getProperty("hansom.master-key", ""));
        } catch (RuntimeException refused) {
            stop();
            throw refused;
        }
    }

    /** Those that {@code hansom.data}, {@code hansom.postgres} and {@code hansom.master-key} name. */
    public static IdleEngines open(PropertyResolver settings) {
        return new IdleEngines(DataFolder.take(Path.of(settings.getRequiredProperty("hansom.data"))), settings);
    }

    public DataSource database() {
        return database;
    }

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    public Dialect dialect() {
        return new PostgresDialect();
    }

    public Transactions transactions() {
        return new Transactions(new DataSourceTransactionManager(database));
    }

    public Seals seals() {
        return new Seals(sql(), dialect(), transactions(), master);
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        database.close();
        if (embedded != null) embedded.close();
        try {
            data.close();
        } catch (IOException notReleased) {
            throw new UncheckedIOException(notReleased);
        }
    }
}
