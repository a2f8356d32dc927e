package hansom.bench.road;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What one way of asking cost for each table, in microseconds of processor time of who answers, the first tenth apart; of the others also what all
 * threads used meanwhile; and what it answered, in seconds.
 */
public record Row(String who, double first, double others, double allThreads, List<List<Double>> seconds) {
    /** After so many tables the roads are another moment's. */
    static final int MOMENT = 50;

    static final Runnable NOTHING = () -> {};

    public Row {
        seconds = List.copyOf(seconds);
    }

    /** By this thread's time and by that of the whole process. */
    static <T> Row here(String who, List<T> tables, Runnable between, Function<T, List<Double>> asked) {
        return measured(who, tables, Processor::threadNanos, Processor::nanos, between, asked);
    }

    /** By the processor time of another process, in nanoseconds. */
    static <T> Row there(String who, List<T> tables, LongSupplier clock, Function<T, List<Double>> asked) {
        return measured(who, tables, clock, clock, NOTHING, asked);
    }

    /** What happens {@code between} moments is not counted. */
    private static <T> Row measured(
            String who,
            List<T> tables,
            LongSupplier clock,
            LongSupplier whole,
            Runnable between,
            Function<T, List<Double>> asked) {
        List<List<Double>> seconds = new ArrayList<>();
        int first = Math.max(1, tables.size() / 10);
        Span early = new Span(clock);
        Span late = new Span(clock);
        Span all = new Span(whole);
        for (int i = 0; i < tables.size(); i++) {
            if (i == first || i % MOMENT == 0) {
                Stream.of(early, late, all).forEach(Span::end);
                if (i % MOMENT == 0) between.run();
                (i < first ? Stream.of(early) : Stream.of(late, all)).forEach(Span::begin);
            }
            seconds.add(asked.apply(tables.get(i)));
        }
        Stream.of(early, late, all).forEach(Span::end);
        int rest = Math.max(1, tables.size() - first);
        return new Row(who, early.nanos / 1e3 / first, late.nanos / 1e3 / rest, all.nanos / 1e3 / rest, seconds);
    }

    /** What a clock went on between beginnings and ends. */
    private static final class Span {
        private final LongSupplier clock;
        private boolean running;
        private long begun;
        private long nanos;

        Span(LongSupplier clock) {
            this.clock = clock;
        }

        void begin() {
            running = true;
            begun = clock.getAsLong();
        }

        void end() {
            if (running) nanos += clock.getAsLong() - begun;
            running = false;
        }
    }

    /** What this takes less what another takes more than a third. */
    Row without(String name, Row looking, Row least) {
        double rest = others - looking.others + least.others;
        return new Row(name, first - looking.first + least.first, rest, rest, List.of());
    }
}
