package hansom.contract.order;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Fare;
import hansom.contract.fare.Quote;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An order's life; read from top to bottom it is the story of a ride. */
public sealed interface OrderEvent {
    OrderId orderId();

    /** The rider has accepted the fare. {@code scheduled}: the search begins later. */
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            RiderId riderId,
            Quote quote,
            PaymentMethod method,
            @Nullable Guest guest,
            String boardingCode,
            boolean scheduled,
            Instant at)
            implements OrderEvent {}

    /** A driver is looked for; searches are numbered from 1, another follows when a driver is lost. */
    @Revision("1")
    record SearchStarted(OrderId orderId, RiderId riderId, Quote quote, PaymentMethod method, int search, Instant at)
            implements OrderEvent {}

    @Revision("1")
    record DriverAssigned(OrderId orderId, RiderId riderId, AssignedDriver driver, Instant at) implements OrderEvent {}

    /** The driver is at the pick-up; waiting is free until {@code freeUntil}. */
    @Revision("1")
    record DriverArrived(OrderId orderId, DriverId driverId, Instant at, Instant freeUntil) implements OrderEvent {}

    /** The driver told a wrong boarding code, {@code count} times so far. */
    @Revision("1")
    record BoardingCodeMissed(OrderId orderId, DriverId driverId, int count, Instant at) implements OrderEvent {}

    @Revision("1")
    record TripStarted(OrderId orderId, DriverId driverId, Instant at, Duration waited) implements OrderEvent {}

    @Revision("1")
    record StopReached(OrderId orderId, DriverId driverId, int stop, Instant at) implements OrderEvent {}

    @Revision("1")
    record TripEnded(
            OrderId orderId,
            RiderId riderId,
            AssignedDriver driver,
            Quote quote,
            Instant startedAt,
            Instant endedAt,
            Duration waited)
            implements OrderEvent {}

    /** The fare is final: what the rider pays, what the platform keeps ({@code commission}), what is left for driver and fleet. */
    @Revision("1")
    record OrderCompleted(
            OrderId orderId,
            RiderId riderId,
            AssignedDriver driver,
            PaymentMethod method,
            Fare fare,
            Money commission,
            Tracking tracking,
            Instant startedAt,
            Instant endedAt,
            Instant at)
            implements OrderEvent {}

    @Revision("1")
    record RouteChanged(OrderId orderId, RiderId riderId, Quote quote, PaymentMethod method, Instant at)
            implements OrderEvent {}

    @Revision("1")
    record PaymentMethodChanged(OrderId orderId, RiderId riderId, PaymentMethod method, Money most, Instant at)
            implements OrderEvent {}

    /** The rider must choose another way of paying before {@code until}. */
    @Revision("1")
    record PaymentAsked(OrderId orderId, RiderId riderId, String why, Instant until) implements OrderEvent {}

    /** The rider keeps the order; the next SearchStarted follows at once. */
    @Revision("1")
    record DriverLost(OrderId orderId, RiderId riderId, AssignedDriver driver, GiveUpReason reason, Instant at)
            implements OrderEvent {}

    /** The order is over without a ride; {@code fee} is what the rider owes all the same, {@code commission} the platform's part. */
    @Revision("1")
    record OrderCancelled(
            OrderId orderId,
            RiderId riderId,
            CancelReason reason,
            @Nullable AssignedDriver driver,
            PaymentMethod method,
            Fare fee,
            Money commission,
            @Nullable String note,
            Instant at)
            implements OrderEvent {}
}
