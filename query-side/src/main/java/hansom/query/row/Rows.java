package hansom.query.row;

import hansom.query.row.View.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a view that a rebuild fills. While a batch of events is folded they are kept here; at its end each row that changed is written
 * once, all of a table together. Rows of the last batches are remembered, for the next events are mostly about the same.
 */
public final class Rows {
    private static final int REMEMBERED = 2_000;
    private static final int ASKED_AT_ONCE = 1_000;

    private final Map<ViewTable<?>, Map<String, Object>> views = new LinkedHashMap<>();
    private final Map<ViewTable<?>, Set<String>> changed = new LinkedHashMap<>();
    private final Map<ViewTable<?>, Set<String>> absent = new HashMap<>();
    private final Map<String, Map<List<Object>, Map<String, Object>>> plain = new LinkedHashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Map<Class<?>, Object> kept = new HashMap<>();

    /** Loads what is there of these rows with one look. */
    public void expect(ViewTable<?> table, Collection<String> ids) {
        Map<String, Object> known = of(table);
        List<String> unknown =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        Set<String> missing = new LinkedHashSet<>(unknown);
        for (int from = 0; from < unknown.size(); from += ASKED_AT_ONCE)
            table.read(unknown.subList(from, Math.min(unknown.size(), from + ASKED_AT_ONCE)))
                    .forEach((id, view) -> {
                        known.put(id, view);
                        missing.remove(id);
                    });
        absent.put(table, missing);
    }

    @SuppressWarnings("unchecked") // a table's rows are of its type
    <V> Optional<V> find(ViewTable<V> table, String id) {
        Object view = of(table).get(id);
        if (view != null) return Optional.of((V) view);
        Set<String> missing = absent.get(table);
        if (missing != null && missing.contains(id)) return Optional.empty();
        Optional<V> read = Optional.ofNullable(table.read(List.of(id)).get(id));
        read.ifPresent(found -> of(table).put(id, found));
        return read;
    }

    <V> void save(ViewTable<V> table, String id, V view) {
        of(table).put(id, view);
        changed.computeIfAbsent(table, any -> new LinkedHashSet<>()).add(id);
    }

    private Map<String, Object> of(ViewTable<?> table) {
        return views.computeIfAbsent(table, any -> new LinkedHashMap<>(256, 0.75f, true));
    }

    /** A row of a table without views, written at the end of the batch. */
    void put(Table table, Map<String, ?> row) {
        List<Object> key = new ArrayList<>();
        table.key().forEach(column -> key.add(row.get(column)));
        plain.computeIfAbsent(table.name(), any -> new LinkedHashMap<>()).put(key, Map.copyOf(row));
    }

    /** The same row as it was put in this batch. */
    public @Nullable Map<String, Object> pending(String table, Object key) {
        Map<List<Object>, Map<String, Object>> rows = plain.get(table);
        return rows == null ? null : rows.get(List.of(key));
    }

    /** Something that a store keeps from one event of a batch to the next; it is written by {@link #atTheEnd}. */
    @SuppressWarnings("unchecked") // kept under its own class
    public <T> T keep(Class<T> type, Function<Rows, T> fresh) {
        return (T) kept.computeIfAbsent(type, any -> fresh.apply(this));
    }

    /** Has a store write what it gathered, at the end of the batch. */
    public void atTheEnd(Runnable writing) {
        later.add(writing);
    }

    /** Writes all that changed. */
    public void write(Views into) {
        later.forEach(Runnable::run);
        changed.forEach((table, ids) -> write(table, ids));
        plain.forEach((table, rows) -> into.write(table, List.copyOf(rows.values())));
        later.clear();
        changed.clear();
        plain.clear();
        absent.clear();
        kept.clear();
        views.values().forEach(Rows::forgetTheOldest);
    }

    @SuppressWarnings("unchecked") // a table's rows are of its type
    private <V> void write(ViewTable<V> table, Set<String> ids) {
        Map<String, Object> rows = of(table);
        Map<String, V> writing = new LinkedHashMap<>();
        ids.forEach(id -> writing.put(id, (V) rows.get(id)));
        table.write(writing);
    }

    private static void forgetTheOldest(Map<String, Object> rows) {
        var oldest = rows.keySet().iterator();
        for (int over = rows.size() - REMEMBERED; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets all, after a batch that was undone. */
    public void forget() {
        views.clear();
        changed.clear();
        absent.clear();
        plain.clear();
        later.clear();
        kept.clear();
    }
}
