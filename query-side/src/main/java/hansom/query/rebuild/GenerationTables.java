package hansom.query.rebuild;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import hansom.query.row.View;
import hansom.query.row.Views;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes and drops the tables of one generation of a view, as {@code db/views/<view>.sql} says; most indexes are made when the past is in. */
@Component
class GenerationTables {
    private static final String WHEN_FILLED = "-- made when the events of the past are in";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;

    GenerationTables(JdbcClient sql, Dialect dialect, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /** Makes empty tables, in place of what an earlier attempt may have left. */
    void create(View view, long generation) {
        drop(view, generation);
        sql.sql("CREATE SCHEMA IF NOT EXISTS " + Views.schema(generation)).update();
        script(view, generation, 0).forEach(statement -> sql.sql(statement).update());
    }

    void index(View view, long generation) {
        for (String statement : script(view, generation, 1))
            transactions.run(() -> {
                takeTime();
                sql.sql(statement).update();
            });
    }

    /** Lets the current transaction last as long as it needs. */
    void takeTime() {
        sql.sql(dialect.takingTime()).query(String.class).optional();
    }

    void drop(View view, long generation) {
        for (View.Table table : view.tables())
            sql.sql("DROP TABLE IF EXISTS " + Views.name(table.name(), generation))
                    .update();
    }

    private static List<String> script(View view, long generation, int part) {
        String[] parts = read(view).split(WHEN_FILLED, 2);
        if (part >= parts.length) return List.of();
        return Arrays.stream(parts[part].split(";"))
                .map(statement -> statement
                        .replaceAll("(?m)^--.*$", "")
                        .replace("${generation}", Views.schema(generation))
                        .strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(View view) {
        String file = "/db/views/%s.sql".formatted(view.name());
        try (InputStream in = GenerationTables.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
