package hansom.query.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what happens in the business time in which it happens, so that it reads the same live, after a start and at any speed. */
final class Pulse {
    private static final int COUNTED_SECONDS = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Events by the second in which they were stored; one place more than is counted is being filled. */
    private final long[] seconds = new long[COUNTED_SECONDS + 2];

    private final int[] beats = new int[seconds.length];
    private final Deque<Instant> placed = new ArrayDeque<>();
    private final Deque<Wait> waits = new ArrayDeque<>();

    private record Wait(Instant until, Duration time) {}

    Pulse() {
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    void beat(Instant at) {
        long second = at.getEpochSecond();
        int place = Math.floorMod(second, seconds.length);
        if (seconds[place] > second) return;
        if (seconds[place] < second) {
            seconds[place] = second;
            beats[place] = 0;
        }
        beats[place]++;
    }

    void placed(Instant at) {
        placed.addLast(at);
        while (!placed.isEmpty() && placed.getFirst().isBefore(at.minus(MINUTE))) placed.removeFirst();
    }

    void found(Instant at, Duration waited) {
        waits.addLast(new Wait(at, waited));
        while (!waits.isEmpty() && waits.getFirst().until().isBefore(at.minus(QUARTER))) waits.removeFirst();
    }

    /** Over the last ten whole seconds. */
    double eventsPerSecond(Instant now) {
        long second = now.getEpochSecond();
        long sum = 0;
        for (int i = 0; i < seconds.length; i++)
            if (seconds[i] < second && seconds[i] >= second - COUNTED_SECONDS) sum += beats[i];
        return (double) sum / COUNTED_SECONDS;
    }

    int ordersLastMinute(Instant now) {
        return (int) placed.stream().filter(at -> at.isAfter(now.minus(MINUTE))).count();
    }

    /** Empty while nobody has found a car for a quarter of an hour. */
    @Nullable
    Duration medianWait(Instant now) {
        List<Duration> lately = waits.stream()
                .filter(wait -> wait.until().isAfter(now.minus(QUARTER)))
                .map(Wait::time)
                .sorted()
                .toList();
        return lately.isEmpty() ? null : lately.get(lately.size() / 2);
    }
}
