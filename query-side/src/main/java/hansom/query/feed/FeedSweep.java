package hansom.query.feed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps feeds short. */
@Component
class FeedSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSweep.class);

    private final Feeds feeds;

    FeedSweep(Feeds feeds) {
        this.feeds = feeds;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sweep() {
        try {
            feeds.sweep();
        } catch (RuntimeException unavailable) {
            LOG.warn("old rows of feeds stay for another minute: {}", unavailable.toString());
        }
    }
}
