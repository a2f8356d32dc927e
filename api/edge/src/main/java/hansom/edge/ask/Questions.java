package hansom.edge.ask;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the other parts of Hansom; who does not answer within five seconds counts as unavailable. */
@Component
public final class Questions {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 160;

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <T> T get(Object query, Class<T> answer) {
        return await(query, ResponseTypes.instanceOf(answer));
    }

    public <T> Optional<T> find(Object query, Class<T> answer) {
        return await(query, ResponseTypes.optionalInstanceOf(answer));
    }

    /**
     * What is found once it has reached a version; refused view_behind when it does not within five seconds. Without a version, whatever is
     * there now.
     */
    public <T> Optional<T> fresh(@Nullable Long minVersion, Supplier<Optional<T>> found, ToLongFunction<T> version) {
        Optional<T> seen = found.get();
        if (minVersion == null) return seen;
        long until = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (seen.isEmpty() || version.applyAsLong(seen.get()) < minVersion) {
            if (System.nanoTime() >= until) throw new Refused(RefusalCode.VIEW_BEHIND);
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            seen = found.get();
        }
        return seen;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
        }
    }

    private <T> T await(Object query, ResponseType<T> answer) {
        try {
            return gateway.query(query, answer)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
