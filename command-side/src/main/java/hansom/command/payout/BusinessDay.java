package hansom.command.payout;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.DayEvent;
import hansom.contract.payout.DayEvent.DayClosed;
import hansom.contract.payout.DayId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A region's business day: it is closed once, and the first to close it says up to where the book counts for it. */
@Aggregate
class BusinessDay {
    @AggregateIdentifier
    private @Nullable DayId id;

    private State state = new State.Open();

    /** Whether the day is over. */
    sealed interface State {
        record Open() implements State {}

        record Closed() implements State {}
    }

    @Decides
    void handle(CloseDay close, Clock clock) {
        if (!close.dayId().equals(DayId.of(close.region(), close.day())))
            throw new RefusedException(RefusalCode.INVALID_REQUEST, "the day's id names another day");
        switch (state) {
            case State.Open _ ->
                AggregateLifecycle.apply(
                        new DayClosed(close.dayId(), close.region(), close.day(), close.upToEvent(), clock.instant()));
            case State.Closed _ -> {} // told twice: what the first said stands
        }
    }

    @EventSourcingHandler
    void on(DayEvent event) {
        id = event.dayId();
        state = switch (event) {
            case DayClosed _ -> new State.Closed();
        };
    }
}
