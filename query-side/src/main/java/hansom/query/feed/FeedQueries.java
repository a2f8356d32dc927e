package hansom.query.feed;

import hansom.contract.feed.FeedItem;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Reads feeds on from a number. */
@Component
class FeedQueries {
    private static final int MOST = 200;

    private final Feeds feeds;

    FeedQueries(Feeds feeds) {
        this.feeds = feeds;
    }

    @QueryHandler
    FeedPage handle(ReadFeed asked) {
        List<FeedItem> items = feeds.after(asked.person(), asked.afterSeq(), Math.clamp(asked.limit(), 1, MOST));
        if (!items.isEmpty())
            return new FeedPage(items, lastSeq(asked), items.getFirst().seq() == asked.afterSeq() + 1);
        long last = lastSeq(asked);
        return new FeedPage(items, last, asked.afterSeq() == last);
    }

    private long lastSeq(ReadFeed asked) {
        return feeds.lastSeq(asked.person());
    }
}
