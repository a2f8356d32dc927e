package hansom.query.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table with one row for each view: its id, the view as JSON, and the columns by which it is found. */
public final class ViewTable<V> {
    private final Views views;
    private final String name;
    private final Class<V> type;
    private final Function<V, Map<String, ?>> columns;

    ViewTable(Views views, String name, Class<V> type, Function<V, Map<String, ?>> columns) {
        this.views = views;
        this.name = name;
        this.type = type;
        this.columns = columns;
    }

    public Optional<V> find(String id) {
        @Nullable Rows rows = views.filling();
        return rows == null ? Optional.ofNullable(read(List.of(id)).get(id)) : rows.find(this, id);
    }

    public void save(String id, V view) {
        @Nullable Rows rows = views.filling();
        if (rows == null)
            views.sql().sql(views.upsert(name)).params(row(id, view)).update();
        else rows.save(this, id, view);
    }

    private Map<String, Object> row(String id, V view) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("view", Views.write(view));
        row.putAll(columns.apply(view));
        return row;
    }

    /** What is there of these rows. */
    Map<String, V> read(List<String> ids) {
        Map<String, V> found = new LinkedHashMap<>();
        views.sql()
                .sql("SELECT id, view FROM %s WHERE id IN (:ids)".formatted(views.name(name)))
                .param("ids", ids)
                .query(row -> {
                    found.put(row.getString("id"), Views.read(row.getString("view"), type));
                });
        return found;
    }

    void write(Map<String, V> rows) {
        List<Map<String, Object>> all = new ArrayList<>(rows.size());
        rows.forEach((id, view) -> all.add(row(id, view)));
        views.write(name, all);
    }

    String name() {
        return name;
    }

    /** Whether two texts of a row say the same, in whatever order they list what has none. */
    boolean same(String one, String other) {
        return one.equals(other) || Views.read(one, type).equals(Views.read(other, type));
    }

    /**
     * Up to {@code limit} views of a condition on the columns, the newest first by the column {@code time}, from the cursor on; the
     * condition's parameters by name.
     */
    public Listed<V> newest(
            String index, String condition, Map<String, ?> params, String time, Cursor cursor, int limit) {
        List<Row<V>> rows = views.sql()
                .sql(
                        "SELECT id, view, %s AS at FROM %s WHERE %s AND (%s < :before OR (%s = :before AND id < :beforeId)) ORDER BY %s DESC, id DESC LIMIT %d"
                                .formatted(time, views.via(name, index), condition, time, time, time, limit + 1))
                .params(new LinkedHashMap<String, Object>(params))
                .param("before", cursor.at())
                .param("beforeId", cursor.id())
                .query((row, number) ->
                        new Row<>(row.getString("id"), row.getLong("at"), Views.read(row.getString("view"), type)))
                .list();
        boolean more = rows.size() > limit;
        List<Row<V>> page = more ? rows.subList(0, limit) : rows;
        String next = more ? new Cursor(page.getLast().at(), page.getLast().id()).text() : null;
        return new Listed<>(new ArrayList<>(page.stream().map(Row::view).toList()), next);
    }

    private record Row<V>(String id, long at, V view) {}
}
