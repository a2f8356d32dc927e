package hansom.query.feed;

import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestRedis;
import hansom.query.row.Views;
import hansom.query.testing.RideStory;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.ZoneOffset;

/** Feeds for tests of the projections that tell them. */
public final class FeedsUnderTest {
    private static final StatefulRedisConnection<String, String> REDIS =
            TestRedis.client().connect();

    private final Feeds feeds;

    public FeedsUnderTest(Views views) {
        this.feeds = new Feeds(
                views.sql(), new PostgresDialect(), new Bell(REDIS), Clock.fixed(RideStory.NOON, ZoneOffset.UTC));
    }

    public Feeds feeds() {
        return feeds;
    }

    /** How much a person was ever told. */
    public long told(String person) {
        return feeds.lastSeq(person);
    }
}
