package hansom.engines.axon;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many time-outs are scheduled, and whether those that are due come in time; by the business clock, as they are due by it. */
public final class TimeoutFigures implements Figures.Reader {
    private final JdbcClient sql;
    private final InstantSource businessTime;

    TimeoutFigures(JdbcClient sql, InstantSource businessTime) {
        this.sql = sql;
        this.businessTime = businessTime;
    }

    @Override
    public void read(Figures.Page page) {
        var now = businessTime.instant();
        sql.sql("""
                SELECT COUNT(*) AS n, MIN(execution_time) AS next,
                    COALESCE(SUM(CASE WHEN execution_time <= :now THEN 1 ELSE 0 END), 0) AS due
                FROM scheduled_event""").param("now", Timestamp.from(now)).query(row -> {
            var next = row.getTimestamp("next");
            double late = next == null ? 0 : Math.max(0, (now.toEpochMilli() - next.getTime()) / 1_000.0);
            page.put("hansom.timeouts", "", "time-outs that are scheduled", Tags.empty(), row.getLong("n"));
            page.put(
                    "hansom.timeouts.due",
                    "",
                    "time-outs that should have come by now",
                    Tags.empty(),
                    row.getLong("due"));
            page.put("hansom.timeouts.late", "seconds", "how late the latest time-out is", Tags.empty(), late);
        });
    }
}
