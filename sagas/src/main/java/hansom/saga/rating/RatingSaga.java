package hansom.saga.rating;

import hansom.contract.driver.DriverCommand.RecordStanding;
import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderTimer.RatingTimeUp;
import hansom.contract.rating.MeanRating;
import hansom.contract.rating.RatingCommand.CloseRating;
import hansom.contract.rating.RatingCommand.OpenRating;
import hansom.contract.rating.RatingEvent.RatingRevealed;
import hansom.contract.rating.RatingId;
import hansom.contract.rating.RatingQuery.FindMeanRating;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
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

/**
 * Opens a finished ride for rating and closes it a day later. Once the opinions are revealed and the view has had time to count them, the
 * driver's standing is brought up to date, and the saga ends.
 */
@Saga
@ProcessingGroup("saga.rating")
public class RatingSaga {
    private static final Duration TO_RATE = Duration.ofHours(24);
    private static final Duration TO_COUNT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private boolean settled;
    private @Nullable DriverId rated;
    private @Nullable ScheduleToken timer;

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCompleted completed, CommandGateway commands, EventScheduler schedule) {
        var until = completed.at().plus(TO_RATE);
        timer = schedule.schedule(until, new RatingTimeUp(completed.orderId()));
        Commands.send(
                commands,
                new OpenRating(
                        RatingId.of(completed.orderId()),
                        completed.riderId(),
                        completed.driver().driverId(),
                        until));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(RatingRevealed revealed, EventScheduler schedule) {
        if (revealed.ofDriver() != null) rated = revealed.driverId();
        settle(new RatingTimeUp(revealed.orderId()), revealed.at(), schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(
            RatingTimeUp up,
            CommandGateway commands,
            QueryGateway queries,
            EventScheduler schedule,
            @Timestamp Instant now) {
        timer = null;
        if (!settled) {
            Commands.send(commands, new CloseRating(RatingId.of(up.orderId())));
            settle(up, now, schedule);
            return;
        }
        if (rated != null) recordStanding(rated, commands, queries);
        SagaLifecycle.end();
    }

    private void settle(RatingTimeUp up, Instant now, EventScheduler schedule) {
        if (timer != null) schedule.cancelSchedule(timer);
        settled = true;
        timer = schedule.schedule(now.plus(TO_COUNT), up);
    }

    private static void recordStanding(DriverId driver, CommandGateway commands, QueryGateway queries) {
        var mean = queries.query(new FindMeanRating(driver.value()), MeanRating.class)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (mean.count() > 0) Commands.send(commands, new RecordStanding(driver, mean.hundredths(), mean.count()));
    }
}
