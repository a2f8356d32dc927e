package hansom.contract.feed;

/** What may be asked of a person's feed. */
public sealed interface FeedQuery {
    /** What came after a sequence number, oldest first; answered with {@link FeedPage}. */
    record ReadFeed(String person, long afterSeq, int limit) implements FeedQuery {}
}
