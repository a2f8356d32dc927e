package hansom.saga.booking;

import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderCommand.LoseDriver;
import hansom.contract.order.OrderCommand.StartSearch;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderTimer.OfferTimeUp;
import hansom.contract.order.OrderTimer.SearchDue;
import hansom.contract.order.OrderTimer.SearchTimeUp;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.LapseOffer;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.WithdrawOffer;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Brings an order and one shift together, as often as the order loses its driver. It lives until the order is over and no offer of it is
 * open; an offer that is shown of an order already over begins it anew, only to be taken back.
 */
@Saga
@ProcessingGroup("saga.booking")
public class BookingSaga {
    private static final Duration LAST_WORD = Duration.ofMinutes(1);

    private Stage stage = Stage.OVER;
    private int search;
    private @Nullable OfferId driven;
    private @Nullable ScheduleToken timer;
    private Map<OfferId, ScheduleToken> open = new LinkedHashMap<>();
    private Set<OfferId> lapsing = new LinkedHashSet<>();

    /** What the order is doing as far as drivers go. */
    private enum Stage {
        WAITING,
        SEARCHING,
        ASSIGNED,
        OVER
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderPlaced placed, BookingTimes times, EventScheduler schedule) {
        stage = Stage.WAITING;
        Instant pickup = placed.quote().pickupAt();
        if (placed.scheduled() && pickup != null)
            timer = schedule.schedule(pickup.minus(times.ahead()), new SearchDue(placed.orderId()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(SearchDue due, CommandGateway commands) {
        timer = null;
        Commands.send(commands, new StartSearch(due.orderId()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(SearchStarted started, BookingTimes times, EventScheduler schedule) {
        stop(schedule);
        stage = Stage.SEARCHING;
        search = started.search();
        timer = schedule.schedule(started.at().plus(times.search()), new SearchTimeUp(started.orderId(), search));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(SearchTimeUp up, CommandGateway commands) {
        if (stage != Stage.SEARCHING || up.search() != search) return;
        timer = null;
        Commands.send(commands, new GiveUpOrder(up.orderId(), CancelReason.NO_DRIVER_FOUND));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferShown shown, CommandGateway commands, EventScheduler schedule) {
        var offer = shown.offerId();
        open.put(offer, schedule.schedule(shown.expiresAt(), new OfferTimeUp(shown.orderId(), offer)));
        if (!isOfThisSearch(offer)) withdraw(offer, commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferTimeUp up, CommandGateway commands, EventScheduler schedule, @Timestamp Instant now) {
        var offer = up.offerId();
        if (!open.containsKey(offer)) return;
        if (lapsing.add(offer)) {
            Commands.send(commands, new LapseOffer(offer.shift(), offer));
            open.put(offer, schedule.schedule(now.plus(LAST_WORD), up));
        } else {
            close(offer, schedule); // a shift that closed meanwhile says nothing any more
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferDeclined declined, EventScheduler schedule) {
        close(declined.offerId(), schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferLapsed lapsed, EventScheduler schedule) {
        close(lapsed.offerId(), schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferWithdrawn withdrawn, EventScheduler schedule) {
        close(withdrawn.offerId(), schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OfferAccepted accepted, CommandGateway commands, EventScheduler schedule) {
        reasonToRelease(accepted, commands)
                .ifPresent(reason -> release(accepted.shiftId(), accepted.orderId(), reason, commands));
        close(accepted.offerId(), schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(DriverAssigned assigned, CommandGateway commands, EventScheduler schedule) {
        stop(schedule);
        stage = Stage.ASSIGNED;
        driven = assigned.driver().offerId();
        SagaLifecycle.associateWith("shiftId", assigned.driver().shiftId().value());
        withdrawAll(commands);
    }

    @SagaEventHandler(associationProperty = "shiftId")
    void on(ShiftClosed closed, CommandGateway commands) {
        if (driven != null)
            Commands.send(commands, new LoseDriver(driven.order(), closed.driverId(), GiveUpReason.SHIFT_CLOSED));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(DriverLost lost, CommandGateway commands) {
        stage = Stage.WAITING;
        leave(lost.driver().shiftId());
        release(lost.driver().shiftId(), lost.orderId(), ReleaseReason.DRIVER_GAVE_UP, commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCancelled cancelled, CommandGateway commands, EventScheduler schedule) {
        stop(schedule);
        stage = Stage.OVER;
        withdrawAll(commands);
        var driver = cancelled.driver();
        if (driver != null) {
            leave(driver.shiftId());
            release(driver.shiftId(), cancelled.orderId(), ReleaseReason.ORDER_CANCELLED, commands);
        }
        endWhenNothingIsOpen();
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCompleted completed, EventScheduler schedule) {
        stop(schedule);
        stage = Stage.OVER;
        leave(completed.driver().shiftId());
        endWhenNothingIsOpen();
    }

    private Optional<ReleaseReason> reasonToRelease(OfferAccepted accepted, CommandGateway commands) {
        if (stage == Stage.OVER) return Optional.of(ReleaseReason.ORDER_CANCELLED);
        if (!isOfThisSearch(accepted.offerId())) return Optional.of(ReleaseReason.ANOTHER_WAS_FIRST);
        var driver = new AssignedDriver(
                accepted.driverId(),
                accepted.shiftId(),
                accepted.offerId(),
                accepted.driver(),
                accepted.terms().pickupTime(),
                accepted.at());
        return Commands.send(commands, new AssignDriver(accepted.orderId(), driver))
                .map(refusal -> refusal.code() == RefusalCode.ORDER_FINISHED
                        ? ReleaseReason.ORDER_CANCELLED
                        : ReleaseReason.ANOTHER_WAS_FIRST);
    }

    private boolean isOfThisSearch(OfferId offer) {
        return stage == Stage.SEARCHING && offer.equals(OfferId.of(offer.shift(), offer.order(), search));
    }

    private void withdrawAll(CommandGateway commands) {
        open.keySet().forEach(offer -> withdraw(offer, commands));
    }

    private static void withdraw(OfferId offer, CommandGateway commands) {
        Commands.send(commands, new WithdrawOffer(offer.shift(), offer));
    }

    private static void release(ShiftId shift, OrderId order, ReleaseReason reason, CommandGateway commands) {
        Commands.send(commands, new ReleaseShift(shift, order, reason));
    }

    private void leave(ShiftId shift) {
        driven = null;
        SagaLifecycle.removeAssociationWith("shiftId", shift.value());
    }

    private void stop(EventScheduler schedule) {
        if (timer != null) schedule.cancelSchedule(timer);
        timer = null;
    }

    private void close(OfferId offer, EventScheduler schedule) {
        var countdown = open.remove(offer);
        if (countdown != null) schedule.cancelSchedule(countdown);
        lapsing.remove(offer);
        endWhenNothingIsOpen();
    }

    private void endWhenNothingIsOpen() {
        if (stage == Stage.OVER && open.isEmpty()) SagaLifecycle.end();
    }
}
