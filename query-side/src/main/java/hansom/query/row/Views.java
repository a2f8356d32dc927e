package hansom.query.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.engines.json.MessageMapper;
import hansom.engines.sql.Dialect;
import hansom.query.row.View.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of views, each in the generation that answers, or in the one that a rebuild fills just now. Stores ask here for their tables and
 * never name a schema.
 */
public final class Views {
    private static final ObjectMapper JSON = MessageMapper.create();

    private final JdbcClient sql;
    private final NamedParameterJdbcOperations batches;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final Generations generations;
    private final Map<String, ViewTable<?>> tables = new ConcurrentHashMap<>();
    private final Map<String, BiPredicate<String, String>> sameness = new ConcurrentHashMap<>();

    public Views(DataSource dataSource, Dialect dialect, Catalogue catalogue, Generations generations) {
        this.sql = JdbcClient.create(dataSource);
        this.batches = new NamedParameterJdbcTemplate(dataSource);
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.generations = generations;
    }

    /** A table of views with the columns by which they are found besides {@code id}. */
    public <V> ViewTable<V> table(String name, Class<V> type, Function<V, Map<String, ?>> columns) {
        ViewTable<V> table = new ViewTable<>(this, name, type, columns);
        tables.put(name, table);
        return table;
    }

    /** The table of views of this name; absent for a table that keeps plain rows. */
    public Optional<ViewTable<?>> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public JdbcClient sql() {
        return sql;
    }

    /** The table of the current generation, as it stands after INSERT INTO, UPDATE or FROM. */
    public String name(String table) {
        return name(table, generations.current(catalogue.owner(table).name()));
    }

    /** The table of any generation. */
    public static String name(String table, long generation) {
        return schema(generation) + "." + table;
    }

    /** Where the tables of a generation lie. */
    public static String schema(long generation) {
        return "views_" + generation;
    }

    /** The same read through a secondary index. */
    public String via(String table, String index) {
        return dialect.via(name(table), index);
    }

    String upsert(String table) {
        Table known = catalogue.table(table);
        return dialect.upsert(
                name(table),
                Stream.concat(known.key().stream(), known.columns().stream()).toList(),
                known.key());
    }

    public String insertIfAbsent(String table, List<String> columns, List<String> key) {
        return dialect.insertIfAbsent(name(table), columns, key);
    }

    /** Inserts or replaces a row, at once or with the others of the batch that a rebuild fills. */
    public void put(String table, Map<String, ?> row) {
        @Nullable Rows rows = filling();
        if (rows == null) sql.sql(upsert(table)).params(row).update();
        else rows.put(catalogue.table(table), row);
    }

    /** Inserts or replaces many rows. */
    public void write(String table, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) return;
        batches.batchUpdate(
                upsert(table), rows.stream().map(MapSqlParameterSource::new).toArray(MapSqlParameterSource[]::new));
    }

    /** The rows of the batch in which a rebuild handles the current event; absent everywhere else. */
    public @Nullable Rows filling() {
        return generations.filling();
    }

    /** Whether two values of a column say the same of a row. */
    public boolean same(String table, String column, String one, String other) {
        if (catalogue.table(table).places().contains(column)) return true;
        @Nullable ViewTable<?> views = tables.get(table);
        if (views != null && column.equals("view")) return views.same(one, other);
        @Nullable BiPredicate<String, String> told = sameness.get(table + "." + column);
        return told == null ? one.equals(other) : told.test(one, other);
    }

    /** Says when two texts of a column mean the same although they are not. */
    public void sameness(String table, String column, BiPredicate<String, String> same) {
        sameness.put(table + "." + column, same);
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "a %s could not be written".formatted(value.getClass().getSimpleName()), impossible);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept %s cannot be read".formatted(type.getSimpleName()), unreadable);
        }
    }
}
