package hansom.query.feed;

import hansom.contract.feed.FeedItem;
import hansom.contract.feed.FeedNews;
import hansom.contract.order.OrderId;
import hansom.engines.sql.Dialect;
import hansom.query.row.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people what changed: one row of the feed each, in the transaction of the view. Rows of a batch are written at its end and in the
 * order of persons, so that two batches that tell the same people never wait for each other in a circle; the bell rings after the commit.
 * Feeds are no view: their numbers are in people's phones, so their tables belong to no generation.
 */
@Component
public class Feeds {
    private static final String WAITING = "hansom.feeds";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String HEADS = "feeds.feed_heads";
    private static final String ITEMS = "feeds.feed_items";

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Bell bell;
    private final Clock businessClock;
    private final Clock realClock = Clock.systemUTC();
    private final LongAdder told = new LongAdder();

    Feeds(JdbcClient sql, Dialect dialect, Bell bell, Clock businessClock) {
        this.sql = sql;
        this.dialect = dialect;
        this.bell = bell;
        this.businessClock = businessClock;
    }

    /** Something to be told to one person. */
    private record Telling(
            String person, FeedNews news, @Nullable OrderId orderId, long version) {}

    /** Tells each of these people once; must be called within the handling of an event. */
    public void tell(Collection<String> people, FeedNews news, @Nullable OrderId orderId, long version) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        List<Telling> waiting = batch.getOrComputeResource(WAITING, key -> begin(batch));
        people.stream().distinct().forEach(person -> waiting.add(new Telling(person, news, orderId, version)));
    }

    private List<Telling> begin(UnitOfWork<?> batch) {
        List<Telling> waiting = new ArrayList<>();
        batch.onPrepareCommit(ready -> {
            waiting.stream().sorted(Comparator.comparing(Telling::person)).forEach(this::write);
        });
        batch.afterCommit(done -> {
            told.add(waiting.size());
            waiting.stream().map(Telling::person).distinct().forEach(bell::ring);
        });
        return waiting;
    }

    /** How many rows were told and committed since the start. */
    long told() {
        return told.sum();
    }

    private void write(Telling telling) {
        long seq = nextSeq(telling.person());
        FeedItem item = new FeedItem(
                telling.person(),
                seq,
                "fed_" + UUID.randomUUID(),
                telling.news(),
                telling.orderId(),
                telling.version(),
                businessClock.instant());
        sql.sql("INSERT INTO %s (person, seq, item, told_at) VALUES (:person, :seq, :item, :at)".formatted(ITEMS))
                .param("person", telling.person())
                .param("seq", seq)
                .param("item", Views.write(item))
                .param("at", realClock.millis())
                .update();
    }

    /** The update takes the row until the commit; whoever else tells this person waits, and counts on. */
    private long nextSeq(String person) {
        sql.sql(dialect.insertIfAbsent(HEADS, List.of("person", "last_seq"), List.of("person")))
                .param("person", person)
                .param("last_seq", 0L)
                .update();
        sql.sql("UPDATE %s SET last_seq = last_seq + 1 WHERE person = :person".formatted(HEADS))
                .param("person", person)
                .update();
        return lastSeq(person);
    }

    long lastSeq(String person) {
        return sql.sql("SELECT last_seq FROM %s WHERE person = :person".formatted(HEADS))
                .param("person", person)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<FeedItem> after(String person, long seq, int limit) {
        return sql.sql("SELECT item FROM %s WHERE person = :person AND seq > :seq ORDER BY seq LIMIT %d"
                        .formatted(ITEMS, limit))
                .param("person", person)
                .param("seq", seq)
                .query((row, number) -> Views.read(row.getString("item"), FeedItem.class))
                .list();
    }

    /** Takes away what is older than ten minutes. */
    void sweep() {
        sql.sql("DELETE FROM %s WHERE told_at < :before".formatted(ITEMS))
                .param("before", realClock.instant().minus(KEPT).toEpochMilli())
                .update();
    }
}
