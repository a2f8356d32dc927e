package hansom.edge.signin;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts calls in windows, for all nodes together. */
@Component
class Limits {
    private static final String COUNT = """
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {count, redis.call('PTTL', KEYS[1])}
            """;

    private final StatefulRedisConnection<String, String> redis;

    Limits(StatefulRedisConnection<String, String> redis) {
        this.redis = redis;
    }

    /** So many calls in so much time. */
    record Window(String name, int most, Duration length) {}

    /** Where a caller stands after one more call. */
    record Standing(int most, long left, boolean over, Duration reset) {
        /** In whole seconds, never 0. */
        long resetSeconds() {
            return Math.max(1, (reset.toMillis() + 999) / 1000);
        }
    }

    Standing count(Window window, String who) {
        List<Long> answer = redis.sync()
                .eval(
                        COUNT,
                        ScriptOutputType.MULTI,
                        new String[] {"limit:%s:%s".formatted(window.name(), who)},
                        Long.toString(window.length().toMillis()));
        long count = answer.get(0);
        Duration reset = Duration.ofMillis(Math.max(0, answer.get(1)));
        return new Standing(window.most(), Math.max(0, window.most() - count), count > window.most(), reset);
    }
}
