package hansom.edge.live;

import hansom.contract.feed.FeedItem;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Who is connected to this node, and the bell that rings when a feed has grown: Redis' channel, and in case a ring was lost or Redis is
 * gone, a look every few seconds. The feed itself is on disk, so a lost ring costs time, never news.
 */
class Audience implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);
    private static final int LOOK_SECONDS = 30;
    private static final int LOOK_SECONDS_WITHOUT_REDIS = 2;

    private final RedisClient redis;
    private final ConcurrentMap<String, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-look").factory());
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> bell;
    private volatile boolean running;
    private long ticks;

    Audience(RedisClient redis) {
        this.redis = redis;
    }

    void join(Subscriber subscriber) {
        subscribers
                .computeIfAbsent(subscriber.person(), person -> ConcurrentHashMap.newKeySet())
                .add(subscriber);
    }

    void leave(Subscriber subscriber) {
        subscribers.computeIfPresent(subscriber.person(), (person, all) -> {
            all.remove(subscriber);
            return all.isEmpty() ? null : all;
        });
    }

    int size() {
        return subscribers.values().stream().mapToInt(Set::size).sum();
    }

    void wake(String person) {
        Set<Subscriber> those = subscribers.get(person);
        if (those != null) those.forEach(Subscriber::wake);
    }

    @Override
    public void start() {
        running = true;
        looker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (bell == null) hangBell();
        } catch (RuntimeException redisGone) {
            LOG.debug("no bell: {}", redisGone.getMessage());
        }
        StatefulRedisPubSubConnection<String, String> hung = bell;
        boolean rings = hung != null && hung.isOpen();
        if (++ticks % (rings ? LOOK_SECONDS : LOOK_SECONDS_WITHOUT_REDIS) == 0)
            subscribers.values().forEach(all -> all.forEach(Subscriber::wake));
    }

    private void hangBell() {
        StatefulRedisPubSubConnection<String, String> connection = redis.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String person) {
                wake(person);
            }
        });
        connection.sync().subscribe(FeedItem.WAKE_CHANNEL);
        bell = connection;
    }

    @Override
    public void stop() {
        running = false;
        looker.shutdownNow();
        subscribers.values().forEach(all -> all.forEach(subscriber -> subscriber.close(CloseCode.GOING_AWAY)));
        StatefulRedisPubSubConnection<String, String> hung = bell;
        if (hung != null) hung.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
