package hansom.query.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of each view answers. A question reads one generation from its first look to its last. Whoever writes holds up a switch
 * until its transaction is over, and a switch holds up whoever comes to write: that is the only moment in which a projection waits.
 */
public final class Generations {
    private static final String PINNED = "hansom.generations";

    private final ReadWriteLock switching = new ReentrantReadWriteLock();
    private volatile Map<String, Long> living;

    public Generations(Map<String, Long> living) {
        this.living = Map.copyOf(living);
    }

    /** What a unit of work reads and writes: the living generations, or those that a rebuild fills, with the rows of its batch. */
    private record Pinned(
            Map<String, Long> generations, @Nullable Rows rows) {}

    public long living(String view) {
        return Objects.requireNonNull(living.get(view), () -> "there is no view " + view);
    }

    long current(String view) {
        Map<String, Long> seen = CurrentUnitOfWork.isStarted() ? pinned().generations() : living;
        return Objects.requireNonNull(seen.get(view), () -> "there is no view " + view);
    }

    /** The rows of the batch in which a rebuild handles the current event; absent everywhere else. */
    @Nullable
    Rows filling() {
        return CurrentUnitOfWork.isStarted() ? pinned().rows() : null;
    }

    private Pinned pinned() {
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        if (current.getMessage() instanceof QueryMessage<?, ?>)
            return current.getOrComputeResource(PINNED, key -> new Pinned(living, null));
        UnitOfWork<?> root = current.root();
        return root.getOrComputeResource(PINNED, key -> holdUp(root));
    }

    private Pinned holdUp(UnitOfWork<?> unit) {
        switching.readLock().lock();
        unit.onCleanup(over -> switching.readLock().unlock());
        return new Pinned(living, null);
    }

    /** Has a unit of work fill another generation of one view. */
    public void fill(UnitOfWork<?> unit, String view, long generation, Rows rows) {
        Map<String, Long> seen = new HashMap<>(living);
        seen.put(view, generation);
        unit.resources().put(PINNED, new Pinned(Map.copyOf(seen), rows));
    }

    /** Runs while no living view is written, and says whether it could: it waits only so long for those that write. */
    public boolean whileNobodyWrites(Runnable moment) throws InterruptedException {
        if (!switching.writeLock().tryLock(1, TimeUnit.SECONDS)) return false;
        try {
            moment.run();
            return true;
        } finally {
            switching.writeLock().unlock();
        }
    }

    /** These generations answer from now on; must be called while nobody writes. */
    public void goOver(Map<String, Long> views) {
        Map<String, Long> next = new HashMap<>(living);
        next.putAll(views);
        living = Map.copyOf(next);
    }
}
