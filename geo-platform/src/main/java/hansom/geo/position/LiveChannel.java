package hansom.geo.position;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The positions of a region as they are written, by whichever node. Tells its listeners also when the line breaks and is mended. */
final class LiveChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);

    private final StatefulRedisPubSubConnection<String, String> redis;
    private final Keys keys;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Called on the connection's own thread: whoever is slow holds up all. */
    interface Listener {
        /** A line of {@link Fix#named()}. */
        void heard(String line);

        default void broken() {}

        default void mended() {}
    }

    LiveChannel(StatefulRedisPubSubConnection<String, String> redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    void start() {
        redis.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                message.lines().forEach(line -> each(listener -> listener.heard(line)));
            }
        });
        redis.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                each(Listener::mended);
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                each(Listener::broken);
            }
        });
        redis.sync().subscribe(keys.channel());
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    private void each(Consumer<Listener> told) {
        for (Listener listener : listeners)
            try {
                told.accept(listener);
            } catch (RuntimeException failure) {
                LOG.warn("a listener to positions failed", failure);
            }
    }

    @Override
    public void close() {
        redis.close();
    }
}
