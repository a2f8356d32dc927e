package hansom.edge.signin;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What was revoked while an access token may still live. Kept in Redis, so that every node knows at once; filled again from the tables when a
 * connection to Redis is made; while Redis is away the tables are asked.
 */
@Component
class Revocations {
    static final Duration LONGEST_TOKEN = Duration.ofMinutes(11);
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String FAMILY = "signin:ended:";
    private static final String TOKEN = "signin:revoked:";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final FamilyStore families;
    private final Clock clock;

    Revocations(
            RedisClient client, StatefulRedisConnection<String, String> redis, FamilyStore families, RealClock clock) {
        this.client = client;
        this.redis = redis;
        this.families = families;
        this.clock = clock.clock();
    }

    @PostConstruct
    void follow() {
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                if (connection == redis) Thread.startVirtualThread(Revocations.this::fill);
            }
        });
        fill();
    }

    /** To be told after the table was. */
    void familyEnded(String family) {
        try {
            redis.sync().set(FAMILY + family, "1", SetArgs.Builder.ex(LONGEST_TOKEN));
        } catch (RedisException away) {
            LOG.warn("Redis does not answer; a sign-in that ended is known from the tables: {}", away.toString());
        }
    }

    /** A token without a family (a server's): Redis alone knows. */
    void tokenRevoked(String tokenId) {
        redis.sync().set(TOKEN + tokenId, "1", SetArgs.Builder.ex(LONGEST_TOKEN));
    }

    boolean revoked(@Nullable String family, String tokenId) {
        try {
            return family == null
                    ? redis.sync().exists(TOKEN + tokenId) > 0
                    : redis.sync().exists(FAMILY + family, TOKEN + tokenId) > 0;
        } catch (RedisException away) {
            Instant now = clock.instant();
            return family != null
                    && families.find(family).map(one -> one.ended(now)).orElse(true);
        }
    }

    private void fill() {
        try {
            families.endedSince(clock.instant().minus(LONGEST_TOKEN)).forEach(this::familyEnded);
        } catch (RuntimeException failed) {
            LOG.warn("revocations could not be filled again: {}", failed.toString());
        }
    }
}
