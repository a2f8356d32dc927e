package hansom.query.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much people are told. */
@Component
final class FeedMeters implements MeterBinder {
    private final Feeds feeds;

    FeedMeters(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("hansom.feeds.told", feeds, Feeds::told)
                .description("rows of feeds written: each is one thing told to one person")
                .register(registry);
    }
}
