package hansom.saga.trip;

import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.Tracking;
import hansom.contract.order.OrderCommand.CompleteOrder;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderTimer.TrackDue;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the end of a trip to its final fare: the map is asked for the matched track, and when it does not answer for minutes, the planned
 * way counts, so that a ride never waits for ever for its price. It ends when the driver is free again.
 */
@Saga
@ProcessingGroup("saga.trip")
public class TripSaga {
    private static final Logger LOG = LoggerFactory.getLogger(TripSaga.class);
    private static final int ATTEMPTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private @Nullable TripEnded trip;
    private @Nullable ScheduleToken timer;

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(
            TripEnded ended,
            QueryGateway map,
            CommandGateway commands,
            EventScheduler schedule,
            @Timestamp Instant now) {
        trip = ended;
        complete(ended, 1, map, commands, schedule, now);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(TrackDue due, QueryGateway map, CommandGateway commands, EventScheduler schedule, @Timestamp Instant now) {
        timer = null;
        if (trip != null) complete(trip, due.attempt(), map, commands, schedule, now);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCompleted completed, CommandGateway commands, EventScheduler schedule) {
        end(completed.driver().shiftId(), completed.orderId(), ReleaseReason.TRIP_ENDED, commands, schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCancelled cancelled, CommandGateway commands, EventScheduler schedule) {
        if (trip != null)
            end(trip.driver().shiftId(), cancelled.orderId(), ReleaseReason.ORDER_CANCELLED, commands, schedule);
    }

    private void complete(
            TripEnded ended,
            int attempt,
            QueryGateway map,
            CommandGateway commands,
            EventScheduler schedule,
            Instant now) {
        var tracking = track(ended, map).or(() -> attempt < ATTEMPTS ? Optional.empty() : Optional.of(planned(ended)));
        if (tracking.isEmpty()) {
            var again = now.plus(FIRST_PAUSE.multipliedBy(1L << attempt));
            timer = schedule.schedule(again, new TrackDue(ended.orderId(), attempt + 1));
            return;
        }
        Commands.send(commands, new CompleteOrder(ended.orderId(), tracking.get()))
                .ifPresent(refusal -> LOG.warn("{} was not completed: {}", ended.orderId(), refusal));
    }

    private static Optional<Tracking> track(TripEnded ended, QueryGateway map) {
        var driver = ended.driver();
        var question = new MatchTrack(
                ended.orderId(),
                driver.driverId(),
                ended.riderId(),
                ended.startedAt(),
                ended.endedAt(),
                ended.quote().route(),
                driver.driver().vehicle().type());
        try {
            return Optional.of(map.query(question, Tracking.class)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
        } catch (CompletionException failure) {
            LOG.warn("The track of {} could not be had: {}", ended.orderId(), String.valueOf(failure.getCause()));
            return Optional.empty();
        }
    }

    private static Tracking planned(TripEnded ended) {
        var distance = ended.quote().route().distance();
        var driven = Duration.between(ended.startedAt(), ended.endedAt());
        return new Tracking(distance, distance, driven, 0, Tracking.Basis.PLANNED, "", "");
    }

    private void end(
            ShiftId shift, OrderId order, ReleaseReason reason, CommandGateway commands, EventScheduler schedule) {
        if (timer != null) schedule.cancelSchedule(timer);
        Commands.send(commands, new ReleaseShift(shift, order, reason));
        SagaLifecycle.end();
    }
}
