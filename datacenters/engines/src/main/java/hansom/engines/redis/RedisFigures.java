package hansom.engines.redis;

import hansom.engines.meter.Figures;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Tags;
import java.util.regex.Pattern;

/** Whether Redis answers and what it holds. */
public final class RedisFigures implements Figures.Reader {
    private static final Pattern MEMORY = Pattern.compile("(?m)^used_memory:(\\d+)");
    private static final Pattern CLIENTS = Pattern.compile("(?m)^connected_clients:(\\d+)");

    private final StatefulRedisConnection<String, String> redis;

    public RedisFigures(StatefulRedisConnection<String, String> redis) {
        this.redis = redis;
    }

    @Override
    public void read(Figures.Page page) {
        var told = told();
        page.put("hansom.redis.up", "", "1 while Redis answers, else 0", Tags.empty(), told.isEmpty() ? 0 : 1);
        page.put("hansom.redis.memory", "bytes", "memory that Redis uses", Tags.empty(), number(MEMORY, told));
        page.put("hansom.redis.clients", "", "connections to Redis", Tags.empty(), number(CLIENTS, told));
    }

    private String told() {
        try {
            return redis.sync().info();
        } catch (RedisException gone) {
            return "";
        }
    }

    private static double number(Pattern field, String told) {
        var found = field.matcher(told);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
