package hansom.engines.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerBinaryEventData;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Events that are to happen later, kept in the event store's database: scheduled and cancelled in the transaction of
 * who does so, due by the business clock, so that moving the sandbox to tomorrow brings tomorrow's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hansom.engines.events", havingValue = "embedded", matchIfMissing = true)
class SchedulerConfiguration {

    static final String TABLE = "scheduled_event";

    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofMillis(200);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(2);

    @Bean(destroyMethod = "")
    Scheduler eventClockwork(
            DataSource dataSource,
            Clock businessClock,
            ObjectProvider<DbSchedulerEventScheduler> eventScheduler,
            JdbcClient jdbc,
            NodeName node) {
        releaseWhatThisNodeHeld(jdbc, node);
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), publishing(eventScheduler::getObject))
                .tableName(TABLE)
                .schedulerName(node::value)
                .clock(businessClock::instant)
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LAST_EVENTS)
                .build();
    }

    @Bean(destroyMethod = "")
    DbSchedulerEventScheduler eventScheduler(
            Scheduler eventClockwork,
            EventBus eventBus,
            TransactionManager axonTransactions,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new ScheduledEvents(DbSchedulerEventScheduler.builder()
                .scheduler(eventClockwork)
                .eventBus(eventBus)
                .transactionManager(axonTransactions)
                .serializer(eventSerializer));
    }

    @Bean
    Figures timeoutFigures(
            ObjectProvider<MeterRegistry> meters,
            JdbcClient jdbc,
            Clock businessClock,
            @Value("${hansom.figures.pace:5s}") Duration pace) {
        return new Figures(Meters.of(meters), "timeouts", pace, new TimeoutFigures(jdbc, businessClock));
    }

    /** A killed node left its picked events marked as running; they are its own, so nobody needs to wait for them. */
    private static void releaseWhatThisNodeHeld(JdbcClient jdbc, NodeName node) {
        jdbc.sql("UPDATE scheduled_event SET picked = FALSE, picked_by = NULL WHERE picked_by = :node")
                .param("node", node.value())
                .update();
    }

    /** The stock task, tried again after a second instead of five minutes when the event could not be published. */
    private static Task<DbSchedulerBinaryEventData> publishing(Supplier<DbSchedulerEventScheduler> eventScheduler) {
        var stock = DbSchedulerEventScheduler.binaryTask(eventScheduler);
        return Tasks.oneTime(stock.getName(), DbSchedulerBinaryEventData.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER))
                .execute(stock::execute);
    }
}
