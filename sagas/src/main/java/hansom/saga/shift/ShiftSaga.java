package hansom.saga.shift;

import hansom.contract.driver.DriverEvent.DriverBlocked;
import hansom.contract.driver.DriverEvent.ShiftRequested;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ShiftCommand.CloseShift;
import hansom.contract.shift.ShiftCommand.OpenShift;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftEvent.ShiftOpened;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftTimer.PapersRanOut;
import hansom.saga.refusal.Commands;
import java.time.LocalDate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a driver's work: opened when he may drive and wants to, closed when he is blocked or the last day of his papers is over.
 * It lives as long as the shift is open.
 */
@Saga
@ProcessingGroup("saga.shift")
public class ShiftSaga {
    private boolean open;
    private @Nullable LocalDate papersHoldThrough;
    private @Nullable ScheduleToken papers;

    @StartSaga
    @SagaEventHandler(associationProperty = "driverId")
    void on(ShiftRequested requested, CommandGateway commands) {
        var shift = ShiftId.of(requested.driverId());
        var refusal = Commands.send(commands, new OpenShift(shift, requested.driver(), requested.region()));
        if (refusal.isPresent() && !open) SagaLifecycle.end();
    }

    /** Begins the saga too: the stretch before may have been closed while this one was being opened. */
    @StartSaga
    @SagaEventHandler(associationProperty = "driverId")
    void on(ShiftOpened opened, EventScheduler schedule) {
        stop(schedule);
        open = true;
        var heldThrough = opened.driver().papersHoldThrough();
        papersHoldThrough = heldThrough;
        papers = schedule.schedule(
                heldThrough.plusDays(1).atStartOfDay(opened.region().zone()).toInstant(),
                new PapersRanOut(opened.shiftId(), heldThrough));
    }

    @SagaEventHandler(associationProperty = "driverId")
    void on(PapersRanOut ranOut, CommandGateway commands) {
        if (!ranOut.heldThrough().equals(papersHoldThrough)) return;
        papers = null;
        close(ranOut.shiftId(), CloseReason.PAPERS_EXPIRED, commands);
    }

    @SagaEventHandler(associationProperty = "driverId")
    void on(DriverBlocked blocked, CommandGateway commands) {
        close(ShiftId.of(blocked.driverId()), CloseReason.DRIVER_BLOCKED, commands);
    }

    @SagaEventHandler(associationProperty = "driverId")
    void on(ShiftClosed closed, EventScheduler schedule) {
        stop(schedule);
        SagaLifecycle.end();
    }

    private static void close(ShiftId shift, CloseReason reason, CommandGateway commands) {
        Commands.send(commands, new CloseShift(shift, reason));
    }

    private void stop(EventScheduler schedule) {
        if (papers != null) schedule.cancelSchedule(papers);
        papers = null;
    }
}
