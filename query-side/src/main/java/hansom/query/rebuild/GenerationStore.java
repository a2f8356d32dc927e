package hansom.query.rebuild;

import hansom.contract.view.ViewStates.Rebuild;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import hansom.query.row.Catalogue;
import hansom.query.row.View;
import hansom.query.row.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which generation of each view answers and how its rebuild goes, on disk, so that a killed node knows. */
public final class GenerationStore {
    private static final List<String> COLUMNS = List.of("view", "living", "since", "retired", "retired_at", "rebuild");
    private static final List<String> PASSED_OVER = List.of("view", "event");
    private static final long NONE = 0;
    private static final long FIRST = 1;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Catalogue catalogue;
    private final Clock realTime = Clock.systemUTC();

    public GenerationStore(JdbcClient sql, Dialect dialect, Transactions transactions, Catalogue catalogue) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /** How a view stands; {@code retired} is the generation that answered before and waits to be dropped. */
    record Standing(
            String view,
            long living,
            Instant since,
            @Nullable Long retired,
            Instant retiredAt,
            @Nullable Rebuild rebuild) {

        /** A number that no generation of this view has had. */
        long next() {
            return 1 + Math.max(living, rebuild == null ? NONE : rebuild.generation());
        }
    }

    /** The living generation of every view; one that is new begins with its first. */
    public Map<String, Long> living() {
        transactions.run(() -> {
            for (View view : catalogue.views())
                sql.sql(dialect.insertIfAbsent("view_generation", COLUMNS, List.of("view")))
                        .param("view", view.name())
                        .param("living", FIRST)
                        .param("since", realTime.millis())
                        .param("retired", NONE)
                        .param("retired_at", 0L)
                        .param("rebuild", "")
                        .update();
        });
        Map<String, Long> living = new LinkedHashMap<>();
        all().values().forEach(standing -> living.put(standing.view(), standing.living()));
        return living;
    }

    Standing get(String view) {
        return Objects.requireNonNull(all().get(view), () -> "there is no view " + view);
    }

    Map<String, Standing> all() {
        Map<String, Standing> all = new LinkedHashMap<>();
        sql
                .sql("SELECT view, living, since, retired, retired_at, rebuild FROM view_generation")
                .query((row, number) -> standing(row))
                .list()
                .stream()
                .filter(standing -> catalogue.find(standing.view()).isPresent())
                .forEach(standing -> all.put(standing.view(), standing));
        return all;
    }

    /** Keeps how a rebuild goes, in the caller's transaction when there is one. */
    void note(String view, Rebuild rebuild) {
        sql.sql("UPDATE view_generation SET rebuild = :rebuild WHERE view = :view")
                .param("rebuild", Views.write(rebuild))
                .param("view", view)
                .update();
    }

    void note(Map<String, Rebuild> rebuilds) {
        transactions.run(() -> rebuilds.forEach(this::note));
    }

    /** The new generations answer from now on, all of them together or none; {@code with} is done in the same transaction. */
    void goOver(Map<String, Rebuild> rebuilds, Runnable with) {
        transactions.run(() -> {
            with.run();
            rebuilds.forEach(this::goOver);
        });
    }

    private void goOver(String view, Rebuild rebuild) {
        sql.sql("UPDATE view_generation SET retired = living, retired_at = :now, since = :now, living = :next,"
                        + " rebuild = :rebuild WHERE view = :view")
                .param("now", realTime.millis())
                .param("next", rebuild.generation())
                .param("rebuild", Views.write(rebuild))
                .param("view", view)
                .update();
    }

    /** The generation that answered before is gone. */
    void dropped(String view) {
        transactions.run(() -> sql.sql("UPDATE view_generation SET retired = :none WHERE view = :view")
                .param("none", NONE)
                .param("view", view)
                .update());
    }

    /** Keeps which events a rebuild passed over because they were parked. */
    void passOver(String view, List<String> events) {
        for (String event : events)
            sql.sql(dialect.insertIfAbsent("view_passed_over", PASSED_OVER, PASSED_OVER))
                    .param("view", view)
                    .param("event", event)
                    .update();
    }

    Set<String> passedOver(String view) {
        return Set.copyOf(sql.sql("SELECT event FROM view_passed_over WHERE view = :view")
                .param("view", view)
                .query(String.class)
                .list());
    }

    void forgetPassedOver(String view) {
        sql.sql("DELETE FROM view_passed_over WHERE view = :view")
                .param("view", view)
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String rebuild = row.getString("rebuild");
        long retired = row.getLong("retired");
        return new Standing(
                row.getString("view"),
                row.getLong("living"),
                Instant.ofEpochMilli(row.getLong("since")),
                retired == NONE ? null : retired,
                Instant.ofEpochMilli(row.getLong("retired_at")),
                rebuild.isEmpty() ? null : Views.read(rebuild, Rebuild.class));
    }
}
