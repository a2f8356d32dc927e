package hansom.engines.axon;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/**
 * The query bus of one node, with the meaning it has on Axon Server: a query is answered on a thread of its own and the
 * asker waits for a bounded time. The asker's transaction is not the answer's.
 */
final class TimedQueryBus extends SimpleQueryBus {

    private final ExecutorService threads;
    private final Duration patience;

    TimedQueryBus(Builder builder, ExecutorService threads, Duration patience) {
        super(builder);
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return CompletableFuture.supplyAsync(() -> super.query(query), threads)
                .thenCompose(answer -> answer)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
