package hansom.engines.testing;

import hansom.engines.redis.LocalRedis;
import hansom.engines.redis.RedisConfiguration;
import io.lettuce.core.RedisClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A real Redis for tests, shared by those of one JVM: {@code FLUSHALL} first, or use keys of your own. */
public final class TestRedis {
    private static @Nullable LocalRedis server;

    private TestRedis() {}

    /** Where it is. */
    public static synchronized String uri() {
        LocalRedis running = server;
        if (running != null) return running.uri();
        AtomicReference<@Nullable LocalRedis> started = new AtomicReference<>();
        running = LocalRedis.start(
                TestFolder.make("redis", () -> {
                    LocalRedis redis = started.get();
                    if (redis != null) redis.close();
                }),
                TestFolder.programs());
        started.set(running);
        server = running;
        return running.uri();
    }

    /** A client of its own for the caller, who shuts it down. */
    public static RedisClient client() {
        return RedisConfiguration.client(uri());
    }
}
