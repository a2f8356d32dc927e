package hansom.engines.axon;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many processes are under way and how old they are, by business time; and which events are parked, since when, by real time. */
public final class ProcessFigures implements Figures.Reader {
    private static final List<String> AGES = List.of("under_1h", "1h_to_1d", "over_1d");
    private static final String OPEN = "processes that wait for what comes next, by the time since they began";
    private static final String OLDEST = "age of the oldest process of the kind";
    private static final String PARKED = "events that could not be handled, and those that wait behind them";
    private static final String PARKED_OLDEST = "how long the oldest parked event has been parked";

    private final JdbcClient sql;
    private final InstantSource businessTime;
    private final InstantSource realTime;
    private final Supplier<Set<String>> lanes;

    ProcessFigures(JdbcClient sql, InstantSource businessTime, InstantSource realTime, Supplier<Set<String>> lanes) {
        this.sql = sql;
        this.businessTime = businessTime;
        this.realTime = realTime;
        this.lanes = lanes;
    }

    @Override
    public void read(Figures.Page page) {
        sagas(page);
        parked(page);
    }

    private void sagas(Figures.Page page) {
        lanes.get().stream().filter(ProcessFigures::isSaga).forEach(kind -> {
            var tags = Tags.of("kind", kind);
            for (var age : AGES) page.put("hansom.sagas", "", OPEN, tags.and("age", age), 0);
            page.put("hansom.sagas.oldest", "seconds", OLDEST, tags, 0);
        });
        long now = businessTime.millis();
        sql.sql("""
                SELECT saga_type, COUNT(*) AS n, MIN(started_at) AS oldest,
                    SUM(CASE WHEN started_at < :hour THEN 1 ELSE 0 END) AS over_hour,
                    SUM(CASE WHEN started_at < :day THEN 1 ELSE 0 END) AS over_day
                FROM saga_entry GROUP BY saga_type""")
                .params(Map.of(
                        "hour", now - Duration.ofHours(1).toMillis(),
                        "day", now - Duration.ofDays(1).toMillis()))
                .query(row -> {
                    var kind = Tags.of("kind", row.getString("saga_type"));
                    long overDay = row.getLong("over_day");
                    long overHour = row.getLong("over_hour");
                    page.put("hansom.sagas", "", OPEN, kind.and("age", AGES.get(0)), row.getLong("n") - overHour);
                    page.put("hansom.sagas", "", OPEN, kind.and("age", AGES.get(1)), (double) overHour - overDay);
                    page.put("hansom.sagas", "", OPEN, kind.and("age", AGES.get(2)), overDay);
                    page.put("hansom.sagas.oldest", "seconds", OLDEST, kind, seconds(now - row.getLong("oldest")));
                });
    }

    private void parked(Figures.Page page) {
        for (var lane : lanes.get()) {
            page.put("hansom.parked.events", "", PARKED, Tags.of("lane", lane), 0);
            page.put("hansom.parked.events.oldest", "seconds", PARKED_OLDEST, Tags.of("lane", lane), 0);
        }
        long now = realTime.millis();
        sql.sql("SELECT lane, COUNT(*) AS n, MIN(parked_at) AS oldest FROM parked_event GROUP BY lane")
                .query(row -> {
                    var lane = Tags.of("lane", row.getString("lane"));
                    page.put("hansom.parked.events", "", PARKED, lane, row.getLong("n"));
                    page.put(
                            "hansom.parked.events.oldest",
                            "seconds",
                            PARKED_OLDEST,
                            lane,
                            seconds(now - row.getLong("oldest")));
                });
    }

    /** The lane of a saga is its simple name, that of a processor begins with its kind and a dot. */
    private static boolean isSaga(String lane) {
        return lane.indexOf('.') < 0;
    }

    private static double seconds(long millis) {
        return Math.max(0, millis) / 1_000.0;
    }
}
