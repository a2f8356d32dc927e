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

    /** The newest number is read before the items: news that come between the two are told with the items, or by the next reading. */
    @QueryHandler
    FeedPage handle(ReadFeed asked) {
        long last = feeds.lastSeq(asked.person());
        List<FeedItem> items = feeds.after(asked.person(), asked.afterSeq(), Math.clamp(asked.limit(), 1, MOST));
        if (items.isEmpty()) return new FeedPage(items, last, asked.afterSeq() == last);
        return new FeedPage(
                items, Math.max(last, items.getLast().seq()), items.getFirst().seq() == asked.afterSeq() + 1);
    }
}
