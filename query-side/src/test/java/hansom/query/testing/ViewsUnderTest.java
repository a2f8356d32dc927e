package hansom.query.testing;

import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import hansom.query.row.Catalogue;
import hansom.query.row.Generations;
import hansom.query.row.Rows;
import hansom.query.row.View;
import hansom.query.row.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Empty view tables in a real PostgreSQL, and a way of handing events to a projection as a processor does: by batches, each in a transaction. */
public final class ViewsUnderTest {
    private static final long FIRST = 1;

    private final PlatformTransactionManager manager;
    private final Generations generations;
    private final Views views;

    public ViewsUnderTest() {
        DataSource dataSource = TestPostgres.fresh();
        Migrations.run(dataSource, "query");
        Catalogue catalogue = Catalogue.ofHansom();
        this.manager = new JdbcTransactionManager(dataSource);
        this.generations =
                new Generations(catalogue.views().stream().collect(Collectors.toMap(View::name, view -> FIRST)));
        this.views = new Views(dataSource, new PostgresDialect(), catalogue, generations);
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

    /** Has the projection make one view once more from these batches of events, in its next generation, which answers from then on. */
    @SafeVarargs
    public final void rebuild(Object projection, String view, List<EventMessage<?>>... batches) {
        long next = generations.living(view) + 1;
        List<String> tables = Catalogue.ofHansom().find(view).orElseThrow().tables().stream()
                .map(View.Table::name)
                .toList();
        views.sql().sql("CREATE SCHEMA " + Views.schema(next)).update();
        for (String table : tables)
            views.sql()
                    .sql("CREATE TABLE %s (LIKE %s INCLUDING ALL)"
                            .formatted(Views.name(table, next), Views.name(table, FIRST)))
                    .update();
        Rows rows = new Rows();
        for (List<EventMessage<?>> messages : batches) {
            BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(messages);
            generations.fill(batch, view, next, rows);
            batch.onPrepareCommit(ready -> rows.write(views));
            handle(projection, batch);
        }
        generations.goOver(Map.of(view, next));
    }

    /** A stream's events as a projection knows those that it has told of before. */
    public static List<EventMessage<?>> replayed(String stream, List<?> events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (int seq = 0; seq < events.size(); seq++) {
            TrackingToken token = ReplayToken.createReplayToken(
                    new GlobalSequenceTrackingToken(1_000), new GlobalSequenceTrackingToken(seq));
            messages.add(new GenericTrackedDomainEventMessage<>(token, message(stream, seq, events.get(seq))));
        }
        return messages;
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
        handle(projection, new BatchingUnitOfWork<>(Arrays.asList(messages)));
    }

    private void handle(Object projection, BatchingUnitOfWork<EventMessage<?>> batch) {
        AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(projection);
        batch.attachTransaction(new SpringTransactionManager(manager));
        var outcome = batch.executeWithResult(() -> handler.handle(batch.getMessage()));
        if (outcome.isExceptional()) throw new AssertionError("a batch failed", outcome.exceptionResult());
    }
}
