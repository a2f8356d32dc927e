package hansom.query.feed;

import hansom.contract.feed.FeedItem;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Wakes the edge that holds a person's connection. A ring that is lost costs seconds: connections look at their feed now and then anyway. */
@Component
class Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final StatefulRedisConnection<String, String> redis;

    Bell(StatefulRedisConnection<String, String> redis) {
        this.redis = redis;
    }

    void ring(String person) {
        try {
            redis.async().publish(FeedItem.WAKE_CHANNEL, person);
        } catch (RedisException gone) {
            LOG.debug("no bell: {}", gone.getMessage());
        }
    }
}
