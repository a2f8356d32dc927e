package hansom.engines.axon;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which messages are handled. Commands have a bounded number, for each holds a connection; when too many
 * wait, a further one is refused at once. Kept out of Spring's sight, so that it takes none of them for its own tasks.
 */
final class AxonThreads implements AutoCloseable {

    private static final int WAITING_COMMANDS = 10_000;
    private static final Duration LAST_COMMANDS = Duration.ofSeconds(3);

    private final ThreadPoolExecutor commands;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("command-retry").factory());
    private final ExecutorService queries = perTask("query-");
    private final ExecutorService snapshots = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("snapshot").factory());

    AxonThreads(int commandThreads) {
        commands = new ThreadPoolExecutor(
                commandThreads,
                commandThreads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING_COMMANDS),
                Thread.ofVirtual().name("command-", 0).factory());
    }

    ExecutorService commands() {
        return commands;
    }

    ScheduledExecutorService retries() {
        return retries;
    }

    ExecutorService queries() {
        return queries;
    }

    ExecutorService snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        retries.shutdownNow();
        commands.shutdown();
        queries.shutdown();
        snapshots.shutdown();
        try {
            commands.awaitTermination(LAST_COMMANDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        commands.shutdownNow();
        queries.shutdownNow();
        snapshots.shutdownNow();
    }

    private static ExecutorService perTask(String prefix) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(prefix, 0).factory());
    }
}
