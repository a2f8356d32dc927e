package hansom.engines.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.engines.sql.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A business small enough for the tests of the engines. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Pier.Ferry.class, Pier.Departure.class})
public class Pier {
    /** A name that the list of passengers cannot take until it is healed. */
    public static final String SICK = "sick";

    /** A ferry whose departure fails for ever. */
    public static final String DOOMED = "ferry-doomed";

    public record Board(@TargetAggregateIdentifier String ferry, String name) {}

    public record Leave(@TargetAggregateIdentifier String ferry) {}

    /** Of revision 1 the name was called passenger; no event of Hansom has a second revision yet, so the pier's stands for them. */
    @Revision("2")
    public record Boarded(String ferry, String name) {}

    @Revision("1")
    public record FerryLeft(String ferry) {}

    @Revision("1")
    public record TimeToLeave(String ferry) {}

    @Aggregate
    static class Ferry {
        @AggregateIdentifier
        private @Nullable String id;

        private final Set<String> aboard = new HashSet<>();
        private boolean gone;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Board board, Clock clock) {
            if (gone) throw new CommandExecutionException("gone since " + clock.instant(), null);
            if (!aboard.contains(board.name())) AggregateLifecycle.apply(new Boarded(board.ferry(), board.name()));
        }

        @CommandHandler
        void handle(Leave leave) {
            if (!gone) AggregateLifecycle.apply(new FerryLeft(leave.ferry()));
        }

        @EventSourcingHandler
        void on(Boarded boarded) {
            id = boarded.ferry();
            aboard.add(boarded.name());
        }

        @EventSourcingHandler
        void on(FerryLeft left) {
            gone = true;
        }
    }

    /** Has the ferry leave an hour after the first passenger boarded. */
    @Saga
    @ProcessingGroup("saga.departure")
    public static class Departure {
        @StartSaga
        @SagaEventHandler(associationProperty = "ferry")
        void on(Boarded boarded, EventScheduler schedule, @Timestamp java.time.Instant at) {
            schedule.schedule(at.plus(Duration.ofHours(1)), new TimeToLeave(boarded.ferry()));
        }

        @SagaEventHandler(associationProperty = "ferry")
        void on(TimeToLeave time, CommandGateway commands) {
            if (time.ferry().equals(DOOMED)) throw new IllegalStateException("no captain");
            commands.sendAndWait(new Leave(time.ferry()));
        }

        @SagaEventHandler(associationProperty = "ferry")
        void on(FerryLeft left) {
            SagaLifecycle.end();
        }
    }

    /** Boarded of revision 1 as revision 2 says it. */
    private static final class BoardedOfOne extends SingleEventUpcaster {
        private static final SimpleSerializedType PAST = new SimpleSerializedType(Boarded.class.getName(), "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation shape) {
            return shape.getType().equals(PAST);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation shape) {
            return shape.upcastPayload(
                    new SimpleSerializedType(PAST.getName(), "2"),
                    ObjectNode.class,
                    boarded -> boarded.set("name", boarded.remove("passenger")));
        }
    }

    @Bean
    EventUpcaster boardedOfOne() {
        return new BoardedOfOne();
    }

    /** Who boarded which ferry. */
    @ProcessingGroup("query.passengers")
    public static class Passengers {
        private final JdbcClient sql;
        private final Dialect dialect;
        private volatile boolean healed;

        Passengers(JdbcClient sql, Dialect dialect) {
            this.sql = sql;
            this.dialect = dialect;
        }

        public void heal() {
            healed = true;
        }

        @EventHandler
        void on(Boarded boarded) {
            if (boarded.name().equals(SICK) && !healed) throw new IllegalStateException("cannot write that name");
            List<String> columns = List.of("ferry", "name");
            sql.sql(dialect.upsert("passenger", columns, columns))
                    .param("ferry", boarded.ferry())
                    .param("name", boarded.name())
                    .update();
        }
    }

    @Bean
    Passengers passengers(JdbcClient sql, Dialect dialect) {
        sql.sql("CREATE TABLE IF NOT EXISTS passenger (ferry text, name text, PRIMARY KEY (ferry, name))")
                .update();
        return new Passengers(sql, dialect);
    }
}
