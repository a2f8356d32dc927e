package hansom.engines.axon;

import java.time.Duration;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Runs one step of one saga as a unit of work of its own, apart from the batch in which the event came. */
final class SagaSteps {

    /** Stands for "no event yet" where a saga is kept as it was before its first step. */
    static final EventMessage<?> BEFORE_THE_FIRST = GenericEventMessage.asEventMessage("before the first step");

    private final TransactionManager transactions;
    private final List<CorrelationDataProvider> correlation;
    private final Duration pause;

    SagaSteps(TransactionManager transactions, List<CorrelationDataProvider> correlation, Duration pause) {
        this.transactions = transactions;
        this.correlation = List.copyOf(correlation);
        this.pause = pause;
    }

    /** Takes the step, and once more after a pause when it failed: most failures are of a moment. */
    void takeTwice(EventMessage<?> event, Step step) throws Exception {
        try {
            take(event, step);
        } catch (Exception first) {
            Thread.sleep(pause);
            take(event, step);
        }
    }

    /** Takes the step in a transaction of its own; what it threw is thrown, and then nothing of it is kept. */
    void take(EventMessage<?> event, Step step) throws Exception {
        UnitOfWork<?> batch = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        if (batch != null) CurrentUnitOfWork.clear(batch);
        try {
            alone(event, step);
        } finally {
            if (batch != null) CurrentUnitOfWork.set(batch);
        }
    }

    private void alone(EventMessage<?> event, Step step) throws Exception {
        var unit = DefaultUnitOfWork.startAndGet(event);
        correlation.forEach(unit::registerCorrelationDataProvider);
        unit.attachTransaction(transactions);
        var result = unit.executeWithResult(() -> {
            step.run();
            return done();
        });
        if (result.isExceptional()) rethrow(result.exceptionResult());
    }

    private static @Nullable Object done() {
        return null;
    }

    private static void rethrow(Throwable failure) throws Exception {
        if (failure instanceof Error error) throw error;
        if (failure instanceof Exception exception) throw exception;
        throw new IllegalStateException(failure);
    }

    /** What a saga does about one event. */
    interface Step {
        void run() throws Exception;
    }
}
