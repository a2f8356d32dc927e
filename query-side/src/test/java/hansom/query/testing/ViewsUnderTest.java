package hansom.query.testing;

import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import hansom.query.row.Views;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Empty view tables in a real PostgreSQL, and a way of handing events to a projection as a processor does: by batches, each in a transaction. */
public final class ViewsUnderTest {
    private final PlatformTransactionManager manager;
    private final Views views;

    public ViewsUnderTest() {
        DataSource dataSource = TestPostgres.fresh();
        Migrations.run(dataSource, "query");
        this.manager = new JdbcTransactionManager(dataSource);
        this.views = new Views(JdbcClient.create(dataSource), new PostgresDialect(), "views_1");
    }

    public Views views() {
        return views;
    }

    public PlatformTransactionManager manager() {
        return manager;
    }

    /** Hands over one stream's events, the first with this sequence number, each in a batch of its own. */
    public void tell(Object projection, String stream, long firstSeq, Object... events) {
        long seq = firstSeq;
        for (Object event : events) batch(projection, message(stream, seq++, event));
    }

    public void tell(Object projection, String stream, List<?> events) {
        tell(projection, stream, 0, events.toArray());
    }

    /** The same while the projection is read anew. */
    public void replay(Object projection, String stream, List<?> events) {
        for (int seq = 0; seq < events.size(); seq++) {
            TrackingToken token = ReplayToken.createReplayToken(
                    new GlobalSequenceTrackingToken(1_000), new GlobalSequenceTrackingToken(seq));
            batch(projection, new GenericTrackedDomainEventMessage<>(token, message(stream, seq, events.get(seq))));
        }
    }

    /** As the processor does before it reads from the first event again. */
    public void reset(Object projection) {
        new AnnotationEventHandlerAdapter(projection).prepareReset();
    }

    /** An event at a place of the store. */
    public static EventMessage<?> stored(long position, String stream, long seq, Object event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position), message(stream, seq, event));
    }

    public static GenericDomainEventMessage<Object> message(String stream, long seq, Object event) {
        return new GenericDomainEventMessage<>("Story", stream, seq, event);
    }

    /** Handles these events in one transaction. */
    public void batch(Object projection, EventMessage<?>... messages) {
        AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(projection);
        BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(Arrays.asList(messages));
        batch.attachTransaction(new SpringTransactionManager(manager));
        var outcome = batch.executeWithResult(() -> handler.handle(batch.getMessage()));
        if (outcome.isExceptional()) throw new AssertionError("a batch failed", outcome.exceptionResult());
    }
}
