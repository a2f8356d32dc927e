package hansom.query.feed;

import static hansom.query.testing.RideStory.ANNA;
import static hansom.query.testing.RideStory.BEN;
import static hansom.query.testing.RideStory.CARL;
import static hansom.query.testing.RideStory.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.contract.feed.FeedItem;
import hansom.contract.feed.FeedNews.ShiftChanged;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftView;
import hansom.engines.testing.TestRedis;
import hansom.query.testing.ViewsUnderTest;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private static final int THREADS = 8;
    private static final int BATCHES = 20;
    private static final List<String> ALL = List.of(CARL.value(), ANNA.value(), BEN.value());

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final Feeds feeds = new FeedsUnderTest(under.views()).feeds();
    private final FeedQueries queries = new FeedQueries(feeds);

    /** Tells everybody of every event, each thread in another order. */
    class Gossip {
        private final List<String> people;

        Gossip(List<String> people) {
            this.people = people;
        }

        @EventHandler
        void on(String event) {
            feeds.tell(people, news(), ORDER, 1);
            if (event.equals("broken")) throw new IllegalStateException("the batch fails");
        }
    }

    @Test
    void hasNoGapUnderEightThreadsThatTellTheSamePeople() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Gossip gossip = new Gossip(thread % 2 == 0 ? ALL : ALL.reversed());
                String stream = "stream-" + thread;
                done.add(threads.submit(() -> {
                    for (int batch = 0; batch < BATCHES; batch++)
                        under.batch(gossip, said(stream, 2L * batch), said(stream, 2L * batch + 1));
                }));
            }
            for (Future<?> each : done) each.get();
        }
        for (String person : ALL) assertThat(seqs(person)).isEqualTo(upTo(2L * THREADS * BATCHES));
    }

    @Test
    void losesNoNumberToABatchThatFails() {
        Gossip gossip = new Gossip(ALL);
        under.batch(gossip, said("s", 0));
        try {
            under.batch(gossip, said("s", 1), ViewsUnderTest.message("s", 2, "broken"));
        } catch (AssertionError expected) {
            assertThat(expected).hasRootCauseMessage("the batch fails");
        }
        under.batch(gossip, said("s", 1));
        assertThat(seqs(ANNA.value())).isEqualTo(upTo(2));
    }

    @Test
    void ringsTheBellOfEachPersonOnceABatchAfterItIsKept() {
        List<String> rung = new CopyOnWriteArrayList<>();
        var client = TestRedis.client();
        var listening = client.connectPubSub();
        listening.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String person) {
                assertThat(seqs(person)).hasSize(2);
                rung.add(person);
            }
        });
        listening.sync().subscribe(FeedItem.WAKE_CHANNEL);
        under.batch(new Gossip(List.of("drv_bell-1", "drv_bell-2")), said("s", 0), said("s", 1));
        await().atMost(Duration.ofSeconds(60)).until(() -> rung.contains("drv_bell-2"));
        assertThat(rung).containsExactlyInAnyOrder("drv_bell-1", "drv_bell-2");
        client.shutdown();
    }

    @Test
    void isIncompleteForWhoeverMissedWhatIsNoLongerKept() {
        Gossip gossip = new Gossip(ALL);
        under.batch(gossip, said("s", 0), said("s", 1));
        under.views()
                .sql()
                .sql("UPDATE feeds.feed_items SET told_at = 0 WHERE seq = 1")
                .update();
        feeds.sweep();
        assertThat(read(0)).satisfies(page -> {
            assertThat(page.complete()).isFalse();
            assertThat(page.lastSeq()).isEqualTo(2);
        });
        assertThat(read(1).complete()).isTrue();
        assertThat(read(2)).satisfies(page -> {
            assertThat(page.items()).isEmpty();
            assertThat(page.complete()).isTrue();
        });
        assertThat(read(3).complete())
                .as("a number that was never given is of another feed")
                .isFalse();
    }

    @Test
    void isCompleteAndEmptyForWhoeverWasNeverTold() {
        assertThat(read(0)).isEqualTo(new FeedPage(List.of(), 0, true));
    }

    @Test
    void missesNothingThatIsToldWhileAPageIsRead() {
        Gossip gossip = new Gossip(ALL);
        under.batch(gossip, said("s", 0));
        Feeds interrupted = FeedsUnderTest.interrupted(under.views(), () -> under.batch(gossip, said("s", 1)));
        FeedPage page = new FeedQueries(interrupted).handle(new ReadFeed(ANNA.value(), 1, 100));
        assertThat(seqs(ANNA.value())).as("it was told meanwhile").isEqualTo(upTo(2));
        assertThat(page.complete()).as("nothing was swept away").isTrue();
        assertThat(page.items()).as("up to the number that the page names").hasSize((int) page.lastSeq() - 1);
    }

    private FeedPage read(long after) {
        return queries.handle(new ReadFeed(ANNA.value(), after, 100));
    }

    private List<Long> seqs(String person) {
        return feeds.after(person, 0, 10_000).stream().map(FeedItem::seq).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static EventMessage<?> said(String stream, long seq) {
        return ViewsUnderTest.message(stream, seq, "said");
    }

    private static ShiftChanged news() {
        return new ShiftChanged(
                new ShiftView(ShiftId.of(BEN), ShiftView.State.FREE, null, null, null, false, null, null, 1));
    }
}
