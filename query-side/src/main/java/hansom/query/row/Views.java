package hansom.query.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.engines.json.MessageMapper;
import hansom.engines.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One generation of view tables: a rebuild fills another beside it and switches. Stores ask here for their tables and never name a schema. */
public final class Views {
    private static final ObjectMapper JSON = MessageMapper.create();

    private final JdbcClient sql;
    private final Dialect dialect;
    private final String generation;

    public Views(JdbcClient sql, Dialect dialect, String generation) {
        this.sql = sql;
        this.dialect = dialect;
        this.generation = generation;
    }

    /** A table of views with the columns by which they are found besides {@code id}. */
    public <V> ViewTable<V> table(String name, Class<V> type, Function<V, Map<String, ?>> columns) {
        return new ViewTable<>(this, name, type, columns);
    }

    public JdbcClient sql() {
        return sql;
    }

    /** The table of this generation, as it stands after INSERT INTO, UPDATE or FROM. */
    public String name(String table) {
        return generation + "." + table;
    }

    /** The same read through a secondary index. */
    public String via(String table, String index) {
        return dialect.via(name(table), index);
    }

    public String upsert(String table, List<String> columns, List<String> key) {
        return dialect.upsert(name(table), columns, key);
    }

    public String insertIfAbsent(String table, List<String> columns, List<String> key) {
        return dialect.insertIfAbsent(name(table), columns, key);
    }

    /** Takes every row away, before events are read again from the first. */
    public void clear(String table) {
        sql.sql("DELETE FROM %s".formatted(name(table))).update();
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
