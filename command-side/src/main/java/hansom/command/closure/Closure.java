package hansom.command.closure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.contract.closure.ClosureCommand.CloseRoads;
import hansom.contract.closure.ClosureCommand.ReopenRoads;
import hansom.contract.closure.ClosureEvent;
import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureEvent.RoadsReopened;
import hansom.contract.closure.ClosureId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** An area whose roads may not be entered for a time, or until an operator reopens them. */
@Aggregate
class Closure {
    @AggregateIdentifier
    private ClosureId id;

    private State state = State.NEVER;

    private enum State {
        NEVER,
        CLOSED,
        REOPENED
    }

    @Decides
    void handle(CloseRoads close, Clock clock) {
        if (close.area().size() < 3)
            throw new RefusedException(RefusalCode.INVALID_REQUEST, "an area has at least three points");
        if (close.until() != null && !close.until().isAfter(close.from()))
            throw new RefusedException(RefusalCode.INVALID_REQUEST, "a closure ends after it begins");
        if (state == State.NEVER)
            apply(new RoadsClosed(
                    close.closureId(),
                    close.area(),
                    close.from(),
                    close.until(),
                    close.reason(),
                    close.operator(),
                    clock.instant()));
    }

    @Decides
    void handle(ReopenRoads reopen, Clock clock) {
        switch (state) {
            case NEVER -> throw new RefusedException(RefusalCode.CLOSURE_UNKNOWN);
            case CLOSED -> apply(new RoadsReopened(id, reopen.operator(), clock.instant()));
            case REOPENED -> {}
        }
    }

    @EventSourcingHandler
    void on(ClosureEvent event) {
        id = event.closureId();
        state = switch (event) {
            case RoadsClosed closed -> State.CLOSED;
            case RoadsReopened reopened -> State.REOPENED;
        };
    }
}
