package hansom.engines.postgres;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How large the database is, who is connected, and how long its longest transaction lasts: one that lasts a minute hides events from trackers. */
public final class PostgresFigures implements Figures.Reader {
    private final JdbcClient sql;

    public PostgresFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void read(Figures.Page page) {
        sql.sql("""
                SELECT pg_database_size(current_database()) AS bytes, COUNT(*) AS connections,
                    COALESCE(MAX(EXTRACT(EPOCH FROM clock_timestamp() - xact_start)), 0) AS longest
                FROM pg_stat_activity WHERE datname = current_database()""").query(row -> {
            page.put("hansom.postgres.size", "bytes", "size of the database", Tags.empty(), row.getLong("bytes"));
            page.put(
                    "hansom.postgres.connections",
                    "",
                    "connections to the database, of every client",
                    Tags.empty(),
                    row.getLong("connections"));
            page.put(
                    "hansom.postgres.longest.transaction",
                    "seconds",
                    "age of the oldest transaction that is open",
                    Tags.empty(),
                    Math.max(0, row.getDouble("longest")));
        });
    }
}
