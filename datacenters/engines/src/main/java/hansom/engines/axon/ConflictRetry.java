package hansom.engines.axon;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a command again that lost against another on the same aggregate, or whose transaction the database gave up in
 * favour of another's. A refusal is an answer and is never repeated; nor is anything else, for its outcome is unknown.
 */
final class ConflictRetry implements RetryScheduler {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 4;

    private final ScheduledExecutorService timer;

    ConflictRetry(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (failures.size() >= ATTEMPTS || timer.isShutdown() || !isConflict(lastFailure)) return false;
        long pause = FIRST_PAUSE_MILLIS << failures.size();
        timer.schedule(dispatch, pause + ThreadLocalRandom.current().nextLong(pause), TimeUnit.MILLISECONDS);
        return true;
    }

    /** Whether the whole transaction was undone because another went first. */
    static boolean isConflict(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException) return true;
            if (cause instanceof SQLException sql && isSerializationFailure(sql)) return true;
        }
        return false;
    }

    private static boolean isSerializationFailure(SQLException failure) {
        var state = failure.getSQLState();
        return "40001".equals(state) || "40P01".equals(state);
    }
}
