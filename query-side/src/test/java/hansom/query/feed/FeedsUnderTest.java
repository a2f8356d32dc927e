package hansom.query.feed;

import hansom.contract.feed.FeedItem;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestRedis;
import hansom.query.row.Views;
import hansom.query.testing.RideStory;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Feeds for tests of the projections that tell them. */
public final class FeedsUnderTest {
    private static final StatefulRedisConnection<String, String> REDIS =
            TestRedis.client().connect();

    private final Feeds feeds;

    public FeedsUnderTest(Views views) {
        this.feeds = new Feeds(views.sql(), new PostgresDialect(), new Bell(REDIS), clock());
    }

    private static Clock clock() {
        return Clock.fixed(RideStory.NOON, ZoneOffset.UTC);
    }

    /** Feeds in whose store something happens between the first reading and the second. */
    static Feeds interrupted(Views views, Runnable meanwhile) {
        return new Feeds(views.sql(), new PostgresDialect(), new Bell(REDIS), clock()) {
            private int readings;

            @Override
            long lastSeq(String person) {
                reading();
                return super.lastSeq(person);
            }

            @Override
            List<FeedItem> after(String person, long seq, int limit) {
                reading();
                return super.after(person, seq, limit);
            }

            private void reading() {
                if (++readings == 2) meanwhile.run();
            }
        };
    }

    public Feeds feeds() {
        return feeds;
    }

    /** How much a person was ever told. */
    public long told(String person) {
        return feeds.lastSeq(person);
    }
}
