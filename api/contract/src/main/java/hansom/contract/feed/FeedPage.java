package hansom.contract.feed;

import java.util.List;

/**
 * Items of a feed. {@code complete} is false when something after the asked number is no longer kept (ten minutes are): the reader should
 * take a snapshot and go on from {@code lastSeq}, the newest number there is.
 */
public record FeedPage(List<FeedItem> items, long lastSeq, boolean complete) {
    public FeedPage {
        items = List.copyOf(items);
    }
}
