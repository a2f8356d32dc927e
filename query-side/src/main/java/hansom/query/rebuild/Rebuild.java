package hansom.query.rebuild;

import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewStates;
import hansom.contract.view.ViewStates.Compared;
import hansom.engines.axon.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;

/**
 * One rebuild: the store is read once for all its views, which are filled until they have nearly reached its head; then their rows are held
 * against the living ones, both exactly as far as the living projections have come, and at last the new generation answers. Only for that
 * last stretch of events, twice, do the living projections wait.
 */
final class Rebuild {
    private static final int NEAR = 200;
    private static final int ATTEMPTS = 3;
    private static final int MOMENTS = 30;
    private static final long PAUSE_MILLIS = 500;

    private final Parts parts;
    private final List<Fill> fills;
    private final Map<String, Progress> progress;
    private final boolean onlyIfSame;
    private final ExecutorService workers;
    private final int chunk;
    private final DiskRoom room;

    Rebuild(
            Parts parts,
            List<Fill> fills,
            Map<String, Progress> progress,
            boolean onlyIfSame,
            ExecutorService workers,
            int chunk,
            DiskRoom room) {
        this.parts = parts;
        this.fills = List.copyOf(fills);
        this.progress = progress;
        this.onlyIfSame = onlyIfSame;
        this.workers = workers;
        this.chunk = chunk;
        this.room = room;
    }

    /** Does all of it; what it threw left the living generations untouched. */
    RebuildState run() throws Exception {
        for (Fill fill : fills) if (fill.begin()) parts.tables().create(fill.view(), fill.generation());
        fills.forEach(fill -> of(fill).beginsAt(fill.place()));
        fill();
        become(RebuildState.INDEXING);
        for (Fill fill : fills) parts.tables().index(fill.view(), fill.generation());
        fill();
        become(RebuildState.COMPARING);
        boolean same = compare();
        if (!same && onlyIfSame) return RebuildState.DIFFERS;
        fill();
        become(RebuildState.SWITCHING);
        whileNobodyWrites(this::goOver);
        return RebuildState.SWITCHED;
    }

    private Progress of(Fill fill) {
        return Objects.requireNonNull(progress.get(fill.view().name()));
    }

    private void become(RebuildState state) {
        Map<String, ViewStates.Rebuild> now = new LinkedHashMap<>();
        progress.forEach((view, each) -> now.put(view, each.becomes(state)));
        parts.store().note(now);
    }

    /** Fills until only the newest events are missing. */
    private void fill() throws Exception {
        try (Chunks chunks = new Chunks(parts.events(), slowest(), chunk)) {
            List<TrackedEventMessage<?>> events;
            long head = parts.head();
            do {
                room.check();
                events = chunks.next();
                if (!events.isEmpty()) take(events);
                if (place() >= head) head = parts.head();
                for (Fill fill : fills) of(fill).read(fill.place(), head);
            } while (events.size() >= chunk || place() < parts.head() - NEAR);
        }
    }

    private @Nullable TrackingToken slowest() {
        List<Fill> inOrder = new ArrayList<>(fills);
        inOrder.sort(Comparator.comparingLong(Fill::place));
        return inOrder.getFirst().reached();
    }

    private long place() {
        return fills.stream().mapToLong(Fill::place).min().orElse(0);
    }

    private void take(List<TrackedEventMessage<?>> events) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (Fill fill : fills) tasks.add(() -> taken(fill, events));
        allOf(tasks);
    }

    /** Most failures are of a moment; one that is not ends the rebuild. */
    private static boolean taken(Fill fill, List<TrackedEventMessage<?>> events) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                fill.take(events);
                return true;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception failure) {
                if (attempt == ATTEMPTS) throw failure;
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void allOf(List<Callable<Boolean>> tasks) throws Exception {
        try {
            for (Future<Boolean> done : workers.invokeAll(tasks)) done.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** What is done while no living row changes; says whether it was the moment for it. */
    private interface Moment {
        boolean pass() throws Exception;
    }

    /** Tries again when somebody writes for long, so that those who write never wait for long. */
    private void whileNobodyWrites(Moment moment) throws Exception {
        for (int attempt = 1; attempt <= MOMENTS; attempt++) {
            Exception[] failure = new Exception[1];
            boolean[] done = new boolean[1];
            boolean quiet = parts.generations().whileNobodyWrites(() -> {
                try {
                    done[0] = moment.pass();
                } catch (Exception failed) {
                    failure[0] = failed;
                }
            });
            if (failure[0] != null) throw failure[0];
            if (done[0]) return;
            if (quiet) Thread.sleep(PAUSE_MILLIS);
            else fill();
        }
        throw new IllegalStateException("no moment was found in which nobody writes");
    }

    /** Whether the rows of both generations are the same when both hold the same events. */
    private boolean compare() throws Exception {
        List<TransactionStatus> snapshot = new ArrayList<>();
        whileNobodyWrites(() -> {
            if (!reachTheLiving()) return false;
            snapshot.add(parts.snapshots().getTransaction(parts.snapshot()));
            parts.tables().takeTime(); // the first look takes the snapshot
            return true;
        });
        try {
            return compareAll();
        } finally {
            snapshot.forEach(parts.snapshots()::rollback);
        }
    }

    private boolean compareAll() {
        boolean same = true;
        for (Fill fill : fills) {
            long living = parts.generations().living(fill.view().name());
            Compared compared = Comparison.of(fill.view(), living, fill.generation(), parts.views());
            of(fill).compared(compared);
            same &= compared.differing() == 0;
        }
        return same;
    }

    /**
     * Handles exactly those events that the living projections have handled and these have not. Not while these are ahead: their rows would
     * differ, and what a living projection still has to tell people of such an event would be passed over as known.
     */
    private boolean reachTheLiving() throws Exception {
        Map<Fill, Reach> reaches = new LinkedHashMap<>();
        for (Fill fill : fills)
            reaches.put(fill, parts.projections().reach(fill.view().processor()));
        if (isAhead(reaches)) return false;
        @Nullable TrackingToken read = slowest();
        try (Chunks chunks = new Chunks(parts.events(), read, chunk)) {
            while (!within(reaches, read)) {
                List<TrackedEventMessage<?>> events = chunks.next();
                if (events.isEmpty()) continue;
                Map<String, Long> places = parts.places(events);
                List<Callable<Boolean>> tasks = new ArrayList<>();
                reaches.forEach((fill, reach) -> tasks.add(() -> {
                    fill.takeOnly(
                            events,
                            event -> reach.covers(event, places.getOrDefault(event.getIdentifier(), Long.MAX_VALUE)));
                    return true;
                }));
                allOf(tasks);
                read = events.getLast().trackingToken();
            }
        }
        return true;
    }

    /** Whether an event has been filled in that the living projection of its view has yet to handle. */
    private boolean isAhead(Map<Fill, Reach> reaches) throws Exception {
        @Nullable
        TrackingToken read = reaches.values().stream()
                .min(Comparator.comparingLong(Reach::place))
                .flatMap(Reach::slowest)
                .orElse(null);
        long filled = fills.stream().mapToLong(Fill::place).max().orElse(0);
        try (Chunks chunks = new Chunks(parts.events(), read, chunk)) {
            while (read == null || read.position().orElse(0) < filled) {
                List<TrackedEventMessage<?>> events = chunks.next();
                if (events.isEmpty()) continue;
                Map<String, Long> places = parts.places(events);
                for (TrackedEventMessage<?> event : events) {
                    long place = places.getOrDefault(event.getIdentifier(), Long.MAX_VALUE);
                    for (var each : reaches.entrySet())
                        if (each.getKey().holds(event, place)
                                && !each.getValue().covers(event, place)) return true;
                }
                read = events.getLast().trackingToken();
            }
        }
        return false;
    }

    private static boolean within(Map<Fill, Reach> reaches, @Nullable TrackingToken read) {
        return reaches.values().stream().allMatch(reach -> reach.isWithin(read));
    }

    private boolean goOver() throws Exception {
        if (!reachTheLiving()) return false;
        for (Fill fill : fills)
            if (!fill.lacksNothing())
                throw new IllegalStateException(
                        "an event that was passed over because it was parked went through meanwhile; ask again");
        Map<String, ViewStates.Rebuild> ended = new LinkedHashMap<>();
        Map<String, Long> living = new LinkedHashMap<>();
        for (Fill fill : fills) {
            ended.put(fill.view().name(), of(fill).becomes(RebuildState.SWITCHED));
            living.put(fill.view().name(), fill.generation());
        }
        parts.store().goOver(ended, () -> fills.forEach(Fill::end));
        parts.generations().goOver(living);
        return true;
    }
}
