package hansom.engines.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Builds every event processor of a node by its kind, so that a module only names its processing group. */
final class Processors {

    private static final int BATCH = 100;
    private static final long CLAIM_INTERVAL_MILLIS = 2_000;
    private static final long CLAIM_EXTENSION_MILLIS = 3_000;
    private static final Duration FOLLOWED = Duration.ofHours(16);

    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final ParkedEvents parked;
    private final ParkedLanes lanes;
    private final Projections projections;
    private final Clock businessClock;
    private final int segments;
    private final Map<String, ProcessorTuning> tunings;
    private @Nullable WakingEvents events;

    Processors(
            TransactionManager transactions,
            TokenStore tokens,
            ParkedEvents parked,
            ParkedLanes lanes,
            Projections projections,
            Clock businessClock,
            int segments,
            Map<String, ProcessorTuning> tunings) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.parked = parked;
        this.lanes = lanes;
        this.projections = projections;
        this.businessClock = businessClock;
        this.segments = segments;
        this.tunings = Map.copyOf(tunings);
    }

    /** Which events of a processor must follow each other. */
    SequencingPolicy<? super EventMessage<?>> sequencing(String processor) {
        var tuning = tunings.get(processor);
        if (tuning == null || tuning.sequence() == null) return SequentialPerAggregatePolicy.instance();
        return tuning.sequence()::apply;
    }

    EventProcessor build(String name, Configuration configuration, EventHandlerInvoker handlers) {
        var builder = common(name, configuration);
        switch (ProcessorKind.of(name)) {
            case PROJECTION -> {
                projections.open(name, handlers);
                withToken(builder, name, handlers).batchSize(BATCH);
            }
            case WORK ->
                withToken(builder, name, handlers)
                        .batchSize(BATCH)
                        .initialToken(StreamableMessageSource::createTailToken);
            case SAGA ->
                builder.eventHandlerInvoker(handlers)
                        .transactionManager(NoTransactionManager.instance())
                        .tokenStore(tokens)
                        .batchSize(HandledEvents.KEPT)
                        .initialSegmentCount(segmentsOf(name))
                        .initialToken(StreamableMessageSource::createTailToken);
            case FOLLOWER, GLANCE ->
                builder.eventHandlerInvoker(handlers)
                        .transactionManager(NoTransactionManager.instance())
                        .tokenStore(new InMemoryTokenStore())
                        .batchSize(BATCH)
                        .initialSegmentCount(1)
                        .initialToken(this::sixteenHoursBack);
        }
        return builder.build();
    }

    private PooledStreamingEventProcessor.Builder common(String name, Configuration configuration) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(events(configuration))
                .clock(Clock.systemUTC())
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .coordinatorExecutor(_ -> threads(configuration, name + "-coordinator-", 1))
                .workerExecutor(_ -> threads(configuration, name + "-", segmentsOf(name)));
    }

    private PooledStreamingEventProcessor.Builder withToken(
            PooledStreamingEventProcessor.Builder builder, String name, EventHandlerInvoker handlers) {
        var parking = new ParkingInvoker(name, handlers, sequencing(name), parked);
        lanes.open(name, parking);
        return builder.eventHandlerInvoker(parking)
                .transactionManager(transactions)
                .tokenStore(tokens)
                .initialSegmentCount(segmentsOf(name));
    }

    private int segmentsOf(String name) {
        var tuning = tunings.get(name);
        return tuning == null || tuning.segments() == 0 ? segments : tuning.segments();
    }

    private TrackingToken sixteenHoursBack(StreamableMessageSource<TrackedEventMessage<?>> events) {
        return events.createTokenAt(businessClock.instant().minus(FOLLOWED));
    }

    /** One for all processors. */
    private synchronized WakingEvents events(Configuration configuration) {
        if (events != null) return events;
        var waking = new WakingEvents(configuration.eventStore());
        configuration.onShutdown(waking::close);
        events = waking;
        return waking;
    }

    private static ScheduledExecutorService threads(Configuration configuration, String prefix, int count) {
        var pool = Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(prefix, 0).factory());
        configuration.onShutdown(pool::shutdown);
        return pool;
    }
}
