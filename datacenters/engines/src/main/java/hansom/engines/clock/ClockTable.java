package hansom.engines.clock;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how far the business clock is ahead in a table. */
public final class ClockTable implements BusinessClock.OffsetMemory {
    private static final String NAME = "business";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;

    public ClockTable(JdbcClient sql, Dialect dialect, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    @Override
    public Duration load() {
        return sql.sql("SELECT ahead_millis FROM business_clock WHERE name = :name")
                .param("name", NAME)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    @Override
    public void save(Duration offset) {
        transactions.run(
                () -> sql.sql(dialect.upsert("business_clock", List.of("name", "ahead_millis"), List.of("name")))
                        .param("name", NAME)
                        .param("ahead_millis", offset.toMillis())
                        .update());
    }
}
