package hansom.contract.order;

import hansom.contract.SagaOnly;
import hansom.contract.driver.DriverId;
import hansom.contract.fare.Quote;
import hansom.contract.geo.Tracking;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of an order. Where a driver's phone says when something happened ({@code at}), that time counts when it is not in the
 * future and not before what happened last: calls from a tunnel come late.
 */
public sealed interface OrderCommand {
    @TargetAggregateIdentifier
    OrderId orderId();

    /** The rider accepts the quoted fare; now, or for the quote's later pick-up time. The same again is nothing new. */
    record PlaceOrder(
            OrderId orderId,
            RiderId riderId,
            Quote quote,
            PaymentMethod method,
            @Nullable Guest guest) implements OrderCommand {}

    /** A scheduled order's time has come near. */
    @SagaOnly
    record StartSearch(OrderId orderId) implements OrderCommand {}

    /** A shift holds the order; refused order_already_taken when another was first. */
    @SagaOnly
    record AssignDriver(OrderId orderId, AssignedDriver driver) implements OrderCommand {}

    record ArriveAtPickup(
            OrderId orderId, DriverId driverId, @Nullable Instant at) implements OrderCommand {}

    /** Begins the trip; an arrival that was never told is taken as told just before. */
    record StartTrip(
            OrderId orderId,
            DriverId driverId,
            String boardingCode,
            @Nullable Instant at) implements OrderCommand {}

    /** Stops are numbered from 1. */
    record ReachStop(
            OrderId orderId,
            DriverId driverId,
            int stop,
            @Nullable Instant at) implements OrderCommand {}

    /** The driver has set the rider down. */
    record EndTrip(
            OrderId orderId, DriverId driverId, @Nullable Instant at) implements OrderCommand {}

    /** What was driven is known; the fare becomes final. */
    @SagaOnly
    record CompleteOrder(OrderId orderId, Tracking tracking) implements OrderCommand {}

    /** The rider accepts a new quote, for the same order, with another drop-off or other stops. */
    record ChangeRoute(OrderId orderId, RiderId riderId, Quote quote) implements OrderCommand {}

    /** The rider pays otherwise, before the trip has begun. */
    record ChangePaymentMethod(OrderId orderId, RiderId riderId, PaymentMethod method) implements OrderCommand {}

    /** The payment was refused; the rider is asked for another way of paying until a time. */
    @SagaOnly
    record AskForPayment(OrderId orderId, String why, Instant until) implements OrderCommand {}

    record CancelByRider(OrderId orderId, RiderId riderId, CancelReason reason) implements OrderCommand {}

    /** The driver gives the order back: a rider who did not come ends it, otherwise it looks for another driver. */
    record CancelByDriver(OrderId orderId, DriverId driverId, boolean noShow, GiveUpReason reason)
            implements OrderCommand {}

    /** Sent by an operator. */
    record CancelByOperator(OrderId orderId, String operator, String note) implements OrderCommand {}

    /** Nobody was found, or nobody pays; nothing happens when the order has a driver or is over ({@code NO_DRIVER_FOUND}). */
    @SagaOnly
    record GiveUpOrder(OrderId orderId, CancelReason reason) implements OrderCommand {}

    /** The driver's shift is gone; the order looks for another driver unless the trip has begun. */
    @SagaOnly
    record LoseDriver(OrderId orderId, DriverId driverId, GiveUpReason reason) implements OrderCommand {}
}
