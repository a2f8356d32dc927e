package hansom.edge.live;

import hansom.contract.feed.FeedItem;
import hansom.contract.feed.FeedNews;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import hansom.contract.shift.ShiftView.OfferView;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's place in its person's feed. Woken, it reads on from the last sequence number it sent and stops when there is nothing
 * more or the other side does not keep up; two wakes never run at once. What it cannot read it reads two seconds later.
 */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final int PAGE = 50;
    private static final int SECONDS_TO_ACKNOWLEDGE = 3;
    private static final int SECONDS_UNTIL_READ_AGAIN = 2;
    private static final int TIMES_TO_TELL = 3;

    private final String person;
    private final Outlet outlet;
    private final News news;
    private final Executor executor;
    private final CarFollower cars;
    private final AtomicInteger wakes = new AtomicInteger();
    private final Clock clock;
    private volatile boolean closed;
    private volatile long acknowledged;
    private volatile long lastSeq;
    private boolean wantsSnapshot;

    /** Begins after {@code lastSeq}, or with a snapshot when it is negative. */
    Subscriber(
            String person, long lastSeq, Outlet outlet, News news, Executor executor, CarFollower cars, Clock clock) {
        this.person = person;
        this.lastSeq = Math.max(0, lastSeq);
        this.wantsSnapshot = lastSeq < 0;
        this.outlet = outlet;
        this.news = news;
        this.executor = executor;
        this.cars = cars;
        this.clock = clock;
    }

    /** The app says that everything up to this number has arrived. */
    void acknowledged(long seq) {
        acknowledged = Math.max(acknowledged, seq);
    }

    String person() {
        return person;
    }

    void wake() {
        if (wakes.getAndIncrement() == 0) executor.execute(this::run);
    }

    void close(CloseCode code) {
        outlet.close(code);
        end();
    }

    void end() {
        closed = true;
        cars.close();
    }

    private void run() {
        int seen;
        do {
            seen = wakes.get();
            try {
                pump();
            } catch (RuntimeException unavailable) {
                LOG.debug("feed of a person not read", unavailable);
                if (!closed)
                    CompletableFuture.delayedExecutor(SECONDS_UNTIL_READ_AGAIN, TimeUnit.SECONDS, executor)
                            .execute(this::wake);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    private void pump() {
        if (wantsSnapshot && !closed) snapshot();
        while (!closed && outlet.ready()) {
            FeedPage page = news.ask(new ReadFeed(person, lastSeq, PAGE), FeedPage.class);
            if (!page.complete()) {
                snapshot();
                continue;
            }
            page.items().forEach(this::tell);
            if (page.items().size() < PAGE) return;
        }
    }

    private void snapshot() {
        News.Snapshot snapshot = news.snapshot(person);
        snapshot.orders().forEach(cars::follow);
        outlet.send(snapshot.envelope());
        lastSeq = snapshot.lastSeq();
        wantsSnapshot = false;
    }

    private void tell(FeedItem item) {
        Envelope envelope = news.envelope(item);
        outlet.send(envelope);
        lastSeq = item.seq();
        if (item.news() instanceof FeedNews.ShiftChanged changed
                && changed.shift().offer() != null)
            expectAcknowledgement(envelope, item.seq(), changed.shift().offer(), 1);
        if (item.news() instanceof FeedNews.OrderChanged changed) cars.follow(changed.order());
    }

    /** An offer must not be lost on its last yard: it is told again until acknowledged, three times at most, while it holds. */
    private void expectAcknowledgement(Envelope offer, long seq, OfferView terms, int told) {
        CompletableFuture.delayedExecutor(SECONDS_TO_ACKNOWLEDGE, TimeUnit.SECONDS, executor)
                .execute(() -> {
                    if (closed || acknowledged >= seq || told >= TIMES_TO_TELL) return;
                    if (lastSeq > seq || terms.expiresAt().isBefore(clock.instant())) return;
                    outlet.send(offer);
                    expectAcknowledgement(offer, seq, terms, told + 1);
                });
    }
}
