package hansom.query.row;

import java.util.List;

/** One view: the processing group that keeps it and its tables. All of them go over to another generation together. */
public record View(String name, String processor, List<Table> tables) {
    public View {
        tables = List.copyOf(tables);
    }

    /**
     * A table: the columns that name a row, in order, and the others; of these, {@code places} say where in the store an event was met, which
     * depends on who was quicker and is no part of what a row says.
     */
    public record Table(String name, List<String> key, List<String> columns, List<String> places) {
        public Table {
            key = List.copyOf(key);
            columns = List.copyOf(columns);
            places = List.copyOf(places);
        }

        /** A table named by {@code key}, both lists parted by blanks; a column {@code position} is a place. */
        public static Table of(String name, String key, String columns) {
            List<String> others = columns.isEmpty() ? List.of() : List.of(columns.split(" "));
            return new Table(
                    name,
                    List.of(key.split(" ")),
                    others,
                    others.contains("position") ? List.of("position") : List.of());
        }
    }
}
