package hansom.edge.refusal;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import io.lettuce.core.RedisException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Reads what lies down the causes of a failure: a refusal that travelled with it, or something that will pass. */
final class Causes {
    private static final int DEEPEST = 25;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    static Optional<Refused> refused(Throwable failure) {
        return of(failure).flatMap(cause -> refusedBy(cause).stream()).findFirst();
    }

    private static Optional<Refused> refusedBy(Throwable cause) {
        if (cause instanceof Refused refused) return Optional.of(refused);
        if (cause instanceof HandlerExecutionException handler
                && handler.getDetails().orElse(null) instanceof Refusal refusal)
            return Optional.of(new Refused(refusal.code(), refusal.detail()));
        return Optional.empty();
    }

    /** Whether the same call may well succeed in a moment: something did not answer, or gave way to another. */
    static boolean passing(Throwable failure) {
        return of(failure).anyMatch(Causes::passes);
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof RejectedExecutionException
                || cause instanceof RedisException
                || cause instanceof NoHandlerForCommandException
                || cause instanceof NoHandlerForQueryException
                || cause instanceof CommandDispatchException
                || cause instanceof ConcurrencyException
                || cause instanceof TransientDataAccessException
                || cause instanceof QueryTimeoutException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException;
    }

    /** What a failure amounts to when nothing more is known of it. */
    static RefusalCode code(Throwable failure) {
        return passing(failure) ? RefusalCode.TEMPORARILY_UNAVAILABLE : RefusalCode.INTERNAL_ERROR;
    }
}
