package hansom.query.rebuild;

import hansom.contract.view.ViewStates.Compared;
import hansom.query.row.View;
import hansom.query.row.View.Table;
import hansom.query.row.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds every row of one generation of a view against the same row of another, both in the caller's snapshot. Rows are read by ranges of
 * their keys, so that a row which only one of them has is found as well.
 */
final class Comparison {
    private static final int PAGE = 1_000;
    private static final int MOST_EXAMPLES = 20;

    private final Views views;
    private final long living;
    private final long next;
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long differing;

    private Comparison(Views views, long living, long next) {
        this.views = views;
        this.living = living;
        this.next = next;
    }

    static Compared of(View view, long living, long next, Views views) {
        Comparison comparison = new Comparison(views, living, next);
        view.tables().forEach(comparison::compare);
        return new Compared(comparison.rows, comparison.differing, comparison.examples);
    }

    /** Between two keys of a table: behind the first, up to the last; open at an end that is absent. */
    private record Range(
            Table table,
            @Nullable List<Object> behind,
            @Nullable List<Object> upTo) {
        String condition() {
            List<String> parts = new ArrayList<>();
            String first = table.key().getFirst();
            if (behind != null) parts.add(first + " >= :b0 AND " + beyond("b"));
            if (upTo != null) parts.add(first + " <= :u0 AND NOT " + beyond("u"));
            return parts.isEmpty() ? "1 = 1" : String.join(" AND ", parts);
        }

        /** Beyond a key in the order of its columns. */
        private String beyond(String name) {
            List<String> key = table.key();
            List<String> ways = new ArrayList<>();
            for (int column = 0; column < key.size(); column++) {
                List<String> way = new ArrayList<>();
                for (int same = 0; same < column; same++) way.add("%s = :%s%d".formatted(key.get(same), name, same));
                way.add("%s > :%s%d".formatted(key.get(column), name, column));
                ways.add("(%s)".formatted(String.join(" AND ", way)));
            }
            return "(%s)".formatted(String.join(" OR ", ways));
        }

        Map<String, Object> params() {
            Map<String, Object> params = new LinkedHashMap<>();
            for (int column = 0; column < table.key().size(); column++) {
                if (behind != null) params.put("b" + column, behind.get(column));
                if (upTo != null) params.put("u" + column, upTo.get(column));
            }
            return params;
        }
    }

    private void compare(Table table) {
        @Nullable List<Object> behind = null;
        while (true) {
            Map<List<Object>, Map<String, Object>> page = read(new Range(table, behind, null), living, PAGE);
            @Nullable
            List<Object> last =
                    page.size() < PAGE ? null : List.copyOf(page.keySet()).getLast();
            compare(table, page, read(new Range(table, behind, last), next, Integer.MAX_VALUE));
            if (last == null) return;
            behind = last;
        }
    }

    private void compare(
            Table table, Map<List<Object>, Map<String, Object>> living, Map<List<Object>, Map<String, Object>> next) {
        living.forEach((key, row) -> {
            rows++;
            @Nullable Map<String, Object> other = next.remove(key);
            if (other == null || !same(table, row, other)) differs(table, key);
        });
        next.keySet().forEach(key -> {
            rows++;
            differs(table, key);
        });
    }

    private boolean same(Table table, Map<String, Object> one, Map<String, Object> other) {
        return one.entrySet().stream()
                .allMatch(column -> Objects.equals(column.getValue(), other.get(column.getKey()))
                        || views.same(
                                table.name(),
                                column.getKey(),
                                String.valueOf(column.getValue()),
                                String.valueOf(other.get(column.getKey()))));
    }

    private void differs(Table table, List<Object> key) {
        differing++;
        if (examples.size() < MOST_EXAMPLES)
            examples.add(table.name() + " " + key.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private Map<List<Object>, Map<String, Object>> read(Range range, long generation, int limit) {
        Table table = range.table();
        List<String> columns =
                Stream.concat(table.key().stream(), table.columns().stream()).toList();
        Map<List<Object>, Map<String, Object>> found = new LinkedHashMap<>();
        views.sql()
                .sql("SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT %d"
                        .formatted(
                                String.join(", ", columns),
                                Views.name(table.name(), generation),
                                range.condition(),
                                String.join(", ", table.key()),
                                limit))
                .params(range.params())
                .query(row -> {
                    List<Object> key = new ArrayList<>();
                    for (String column : table.key()) key.add(row.getObject(column));
                    Map<String, Object> rest = new LinkedHashMap<>();
                    for (String column : table.columns()) rest.put(column, row.getObject(column));
                    found.put(key, rest);
                });
        return found;
    }
}
