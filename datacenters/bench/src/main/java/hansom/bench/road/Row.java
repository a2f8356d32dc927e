package hansom.bench.road;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What one way of asking cost for each table, in microseconds of processor time, the first tenth apart; and what it answered, in seconds. */
public record Row(String who, double first, double others, List<List<Double>> seconds) {
    /** After so many tables the roads are another moment's. */
    static final int MOMENT = 50;

    static final LongSupplier NOTHING = () -> 0;

    public Row {
        seconds = List.copyOf(seconds);
    }

    /** By a clock of processor time in nanoseconds; {@code between} moments something happens, and tells how much of that clock is its own. */
    static <T> Row measured(
            String who, List<T> tables, LongSupplier clock, LongSupplier between, Function<T, List<Double>> asked) {
        List<List<Double>> seconds = new ArrayList<>();
        int first = Math.max(1, tables.size() / 10);
        long begun = clock.getAsLong();
        long early = 0;
        for (int i = 0; i < tables.size(); i++) {
            if (i == first) {
                early = clock.getAsLong() - begun;
                begun = clock.getAsLong();
            }
            if (i % MOMENT == 0) begun += between.getAsLong();
            seconds.add(asked.apply(tables.get(i)));
        }
        long late = clock.getAsLong() - begun;
        return new Row(who, early / 1e3 / first, late / 1e3 / Math.max(1, tables.size() - first), seconds);
    }

    /** What this takes less what another takes more than a third. */
    Row without(String name, Row looking, Row least) {
        return new Row(name, first - looking.first + least.first, others - looking.others + least.others, List.of());
    }
}
