package hansom.contract.geo;

import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderId;
import hansom.contract.shift.ShiftId;
import java.time.Duration;
import java.util.List;

/**
 * The outcome of one matching round: which order to offer to whom, and one reason for each driver in range who is left out of an order;
 * {@code map} names what the times came from, as that of a {@link Route} does.
 */
public record MatchingPlan(List<Pair> pairs, List<LeftOut> leftOut, String map) {
    public MatchingPlan {
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** An order that should be offered to a driver's shift, and how far the driver is from the pick-up by road. */
    public record Pair(
            OrderId orderId, DriverId driverId, ShiftId shiftId, Duration pickupTime, Distance pickupDistance) {}

    /** A driver in range who is not offered the order, and why. */
    public record LeftOut(OrderId orderId, DriverId driverId, Reason reason) {}

    /** Why a driver in range is not offered an order. */
    public enum Reason {
        SIGNAL_LOST,
        PAUSED,
        ON_ORDER,
        HAS_OFFER,
        WRONG_CLASS,
        WISH_NOT_MET,
        DECLINED_BEFORE,
        TOO_FAR,
        UNREACHABLE,
        ANOTHER_IS_CLOSER,
        BETTER_FOR_ANOTHER_ORDER
    }
}
