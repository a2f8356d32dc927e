package hansom.engines.work;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which outside calls are owed, how overdue they are, how often the most stubborn was tried, and which wait for a person. */
public final class CallFigures implements Figures.Reader {
    private static final String OPEN = "outside calls that are owed and not yet answered for good";
    private static final String OVERDUE = "how long the most overdue call should have been made";
    private static final String ATTEMPTS = "how often the most stubborn open call was tried";
    private static final String PARKED = "outside calls that no repetition can help and a person must look at";

    private final JdbcClient sql;
    private final InstantSource clock;
    private final List<String> kinds;

    public CallFigures(JdbcClient sql, InstantSource clock, List<String> kinds) {
        this.sql = sql;
        this.clock = clock;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public void read(Figures.Page page) {
        for (var kind : kinds) {
            put(page, kind, 0, 0, 0);
            page.put("hansom.parked.calls", "", PARKED, Tags.of("kind", kind), 0);
        }
        long now = clock.millis();
        sql.sql("""
                SELECT kind, state, COUNT(*) AS n, MIN(due_at) AS due, MAX(attempts) AS most
                FROM work GROUP BY kind, state""").query(row -> {
            var kind = row.getString("kind");
            if (row.getString("state").equals("parked"))
                page.put("hansom.parked.calls", "", PARKED, Tags.of("kind", kind), row.getLong("n"));
            else put(page, kind, row.getLong("n"), Math.max(0, now - row.getLong("due")), row.getInt("most"));
        });
    }

    private static void put(Figures.Page page, String kind, long open, long overdueMillis, int attempts) {
        var tags = Tags.of("kind", kind);
        page.put("hansom.calls.open", "", OPEN, tags, open);
        page.put("hansom.calls.overdue", "seconds", OVERDUE, tags, overdueMillis / 1_000.0);
        page.put("hansom.calls.attempts.most", "", ATTEMPTS, tags, attempts);
    }
}
