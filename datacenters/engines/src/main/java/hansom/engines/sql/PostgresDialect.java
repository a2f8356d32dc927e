package hansom.engines.sql;

import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL's own words. */
public final class PostgresDialect implements Dialect {
    @Override
    public String upsert(String table, List<String> columns, List<String> keyColumns) {
        String changes = columns.stream()
                .filter(column -> !keyColumns.contains(column))
                .map(column -> column + " = EXCLUDED." + column)
                .collect(Collectors.joining(", "));
        String end = changes.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + changes;
        return insert(table, columns) + " ON CONFLICT (%s) %s".formatted(String.join(", ", keyColumns), end);
    }

    @Override
    public String insertIfAbsent(String table, List<String> columns, List<String> keyColumns) {
        return insert(table, columns) + " ON CONFLICT (%s) DO NOTHING".formatted(String.join(", ", keyColumns));
    }

    @Override
    public String takingTime() {
        return "SELECT set_config('transaction_timeout', '0', true) WHERE current_setting('transaction_timeout', true) <> ''";
    }

    @Override
    public String via(String table, String index) {
        return table;
    }

    private static String insert(String table, List<String> columns) {
        String values = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), values);
    }
}
