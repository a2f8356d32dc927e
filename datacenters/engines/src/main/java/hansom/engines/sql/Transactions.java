package hansom.engines.sql;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a unit of work in a transaction of its own and again in a new one when the database gave way to another (PostgreSQL's 40001 and
 * 40P01; YDB's status codes, found down the causes because they may arrive only at commit), at most ten times with growing pauses. The
 * unit must be safe to run again.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 10;
    private static final Set<String> GAVE_WAY = Set.of("40001", "40P01");
    private static final Set<Integer> YDB_AGAIN =
            Set.of(400040, 400050, 400100, 400150, 400170, 400190, 401010, 401050);
    private static final Set<Integer> YDB_SLOWLY = Set.of(400060, 401020);

    private final TransactionTemplate template;

    public Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
        this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public void run(Runnable unit) {
        call(() -> {
            unit.run();
            return Boolean.TRUE;
        });
    }

    public <T> T call(Supplier<T> unit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return template.execute(status -> unit.get());
            } catch (RuntimeException failure) {
                Retry retry = retry(failure);
                if (retry == Retry.NO || attempt == ATTEMPTS) throw failure;
                LOG.debug("transaction runs again after {}", failure.toString());
                pause(retry, attempt);
            }
        }
    }

    enum Retry {
        NO,
        FAST,
        SLOW
    }

    static Retry retry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof SQLException sql)) continue;
            if (sql.getSQLState() != null && GAVE_WAY.contains(sql.getSQLState())) return Retry.FAST;
            if (YDB_AGAIN.contains(sql.getErrorCode())) return Retry.FAST;
            if (YDB_SLOWLY.contains(sql.getErrorCode())) return Retry.SLOW;
        }
        return Retry.NO;
    }

    private static void pause(Retry retry, int attempt) {
        long longest = retry == Retry.FAST ? Math.min(500, 5L << attempt) : Math.min(5_000, 50L << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to run a transaction again", stopped);
        }
    }
}
