package hansom.edge.signin;

import hansom.engines.sql.Transactions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.annotation.PostConstruct;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What was revoked while an access token may still live: in the tables first, then in Redis, so that every node knows at once. Redis is
 * believed only once it was told, after each connection to it, all that the tables know; until then, and while it is away, the tables are
 * asked. A Redis that comes back empty revives nobody.
 */
@Component
class Revocations {
    static final Duration LONGEST_TOKEN = Duration.ofMinutes(11);
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String KEY = "signin:ended:";
    /** A server's token has no sign-in behind it; one that is revoked is kept as a sign-in that has ended. */
    private static final String OF_A_SERVER = "tok_";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final FamilyStore families;
    private final Transactions transactions;
    private final Clock clock;
    /** Counts connections made and lost; and the one on which Redis was told all. */
    private final AtomicInteger line = new AtomicInteger();

    private volatile int toldOn = -1;

    Revocations(
            RedisClient client,
            StatefulRedisConnection<String, String> redis,
            FamilyStore families,
            Transactions transactions,
            RealClock clock) {
        this.client = client;
        this.redis = redis;
        this.families = families;
        this.transactions = transactions;
        this.clock = clock.clock();
    }

    @PostConstruct
    void follow() {
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                if (connection != redis) return;
                line.incrementAndGet();
                Thread.startVirtualThread(Revocations.this::tellAll);
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                if (connection == redis) line.incrementAndGet();
            }
        });
        tellAll();
    }

    /** To be told after the table was. */
    void familyEnded(String family) {
        try {
            tell(family);
        } catch (RedisException away) {
            LOG.warn("Redis does not answer; a sign-in that ended is known from the tables: {}", away.toString());
        }
    }

    /** A token without a sign-in, of this server. */
    void tokenRevoked(String tokenId, String server) {
        Instant now = clock.instant();
        String name = OF_A_SERVER + tokenId;
        Family ended = new Family(
                name, server, Set.of(Role.DEVELOPER), server, "", "", now, now, now.plus(LONGEST_TOKEN), null);
        transactions.run(() -> {
            families.add(ended);
            families.end(name, now, "revoked");
        });
        familyEnded(name);
    }

    boolean revoked(@Nullable String family, String tokenId) {
        String name = family == null ? OF_A_SERVER + tokenId : family;
        if (toldOn == line.get()) {
            try {
                return redis.sync().exists(KEY + name) > 0;
            } catch (RedisException away) {
                LOG.debug("Redis does not answer; the tables are asked: {}", away.toString());
            }
        }
        Instant now = clock.instant();
        return families.find(name).map(one -> one.ended(now)).orElse(family != null);
    }

    private void tell(String family) {
        redis.sync().set(KEY + family, "1", SetArgs.Builder.ex(LONGEST_TOKEN));
    }

    /** Again until it is done, or until there is no connection any more: the next one begins anew. */
    private synchronized void tellAll() {
        while (toldOn != line.get()) {
            int on = line.get();
            try {
                families.endedSince(clock.instant().minus(LONGEST_TOKEN)).forEach(this::tell);
                toldOn = on;
                continue;
            } catch (RedisException away) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Redis could not be told what was revoked, the tables are asked: {}", failed.toString());
            }
            if (!rested()) return;
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
