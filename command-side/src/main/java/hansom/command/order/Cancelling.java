package hansom.command.order;

import static hansom.contract.refusal.RefusalCode.INVALID_REQUEST;
import static hansom.contract.refusal.RefusalCode.NOT_AT_PICKUP;
import static hansom.contract.refusal.RefusalCode.ORDER_ALREADY_STARTED;
import static hansom.contract.refusal.RefusalCode.ORDER_FINISHED;
import static hansom.contract.refusal.RefusalCode.TOO_EARLY_FOR_NO_SHOW;

import hansom.command.order.State.AtPickup;
import hansom.command.order.State.Driving;
import hansom.command.order.State.Manned;
import hansom.command.order.State.OnTheWay;
import hansom.command.order.State.Over;
import hansom.command.order.State.Placed;
import hansom.command.order.State.SetDown;
import hansom.command.refusal.RefusedException;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.CancelByDriver;
import hansom.contract.order.OrderCommand.CancelByOperator;
import hansom.contract.order.OrderCommand.CancelByRider;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderCommand.LoseDriver;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may end an order, or leave it, and when: a rider until the trip begins, a driver as well, an operator until it ends. */
@Component
class Cancelling {
    private final Endings endings;

    Cancelling(Endings endings) {
        this.endings = endings;
    }

    List<OrderEvent> decide(State state, CancelByRider cancel, Instant now) {
        if (cancel.reason().status() != OrderStatus.RIDER_CANCELED) throw new RefusedException(INVALID_REQUEST);
        return switch (state.ownedBy(cancel.riderId())) {
            case Driving driving -> throw new RefusedException(ORDER_ALREADY_STARTED);
            case SetDown down -> throw new RefusedException(ORDER_FINISHED);
            case Over over
            when over.isOf(CancelReason.RIDER_CHANGED_MIND, CancelReason.RIDER_WAITED_TOO_LONG) -> List.of();
            case Over over -> throw new RefusedException(ORDER_FINISHED);
            case Placed open -> List.of(endings.cancelledByRider(open, cancel.reason(), now));
        };
    }

    List<OrderEvent> decide(State state, CancelByDriver cancel, Instant now) {
        if (state.gaveBackBefore(cancel.driverId())) return List.of();
        Manned by = state.drivenBy(cancel.driverId()).orElseThrow(() -> new RefusedException(ORDER_FINISHED));
        return switch (by) {
            case OnTheWay way when cancel.noShow() -> throw new RefusedException(NOT_AT_PICKUP);
            case AtPickup pickup
            when cancel.noShow() -> {
                if (now.isBefore(pickup.freeUntil())) throw new RefusedException(TOO_EARLY_FOR_NO_SHOW);
                yield List.of(endings.noShow(pickup, now));
            }
            case OnTheWay way -> lost(way, cancel.reason(), now);
            case AtPickup pickup -> lost(pickup, cancel.reason(), now);
            case Driving driving -> throw new RefusedException(ORDER_ALREADY_STARTED);
            case SetDown down -> throw new RefusedException(ORDER_FINISHED);
        };
    }

    List<OrderEvent> decide(State state, CancelByOperator cancel, Instant now) {
        return switch (state.placed()) {
            case Over over when over.isOf(CancelReason.OPERATOR_DECISION) -> List.of();
            case Over over -> throw new RefusedException(ORDER_FINISHED);
            case SetDown down -> throw new RefusedException(ORDER_FINISHED);
            case Placed open -> List.of(endings.cancelledByOperator(open, cancel.note(), now));
        };
    }

    List<OrderEvent> decide(State state, GiveUpOrder giveUp, Instant now) {
        Placed open = state.placed();
        boolean found = giveUp.reason() == CancelReason.NO_DRIVER_FOUND && open instanceof Manned;
        return found || state.begunOrOver() ? List.of() : List.of(endings.givenUp(open, giveUp.reason(), now));
    }

    List<OrderEvent> decide(State state, LoseDriver lose, Instant now) {
        boolean drives =
                state.placed() instanceof Manned by && by.driver().driverId().equals(lose.driverId());
        return drives && !state.begunOrOver() ? lost((Manned) state, lose.reason(), now) : List.of();
    }

    /** The rider keeps the order: the next search begins at once. */
    private static List<OrderEvent> lost(Manned by, GiveUpReason reason, Instant now) {
        Booking booking = by.booking();
        return List.of(
                new DriverLost(booking.placed().orderId(), booking.riderId(), by.driver(), reason, now),
                booking.nextSearch(now));
    }
}
