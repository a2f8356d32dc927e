package hansom.query.order;

import hansom.contract.fare.Fare;
import hansom.contract.fare.Quote;
import hansom.contract.geo.Tracking;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each event makes of an order's view: the same fold for the living view and for any instant of the past. */
public final class OrderFold {
    private OrderFold() {}

    /** The view after an event of the order's stream; {@code before} is null only for the first. */
    public static OrderView after(@Nullable OrderView before, OrderEvent event, long version) {
        if (event instanceof OrderPlaced placed) return placed(placed, version);
        if (before == null) throw new IllegalStateException("an order's story begins with its placing");
        Draft draft = new Draft(before);
        switch (event) {
            case OrderPlaced again -> {}
            case OrderEvent.SearchStarted started -> {
                draft.status = OrderStatus.PROCESSING;
                draft.search = started.search();
            }
            case OrderEvent.DriverAssigned assigned -> {
                draft.status = OrderStatus.ACCEPTED;
                draft.driver = assigned.driver();
                draft.driverLost = null;
                draft.acceptedAt = assigned.at();
            }
            case OrderEvent.DriverArrived arrived -> {
                draft.status = OrderStatus.ARRIVED;
                draft.arrivedAt = arrived.at();
                draft.freeWaitingUntil = arrived.freeUntil();
            }
            case OrderEvent.BoardingCodeMissed missed -> {}
            case OrderEvent.TripStarted started -> {
                draft.status = OrderStatus.IN_PROGRESS;
                draft.startedAt = started.at();
            }
            case OrderEvent.StopReached reached -> draft.stopsReached = reached.stop();
            case OrderEvent.TripEnded ended -> draft.endedAt = ended.endedAt();
            case OrderEvent.OrderCompleted completed -> {
                draft.status = OrderStatus.COMPLETED;
                draft.fare = completed.fare();
                draft.tracking = completed.tracking();
                draft.overAt = completed.at();
            }
            case OrderEvent.RouteChanged changed -> draft.quote = changed.quote();
            case OrderEvent.PaymentMethodChanged changed -> {
                draft.method = changed.method();
                draft.paymentAskedWhy = null;
                draft.paymentAskedUntil = null;
            }
            case OrderEvent.PaymentAsked asked -> {
                draft.paymentAskedWhy = asked.why();
                draft.paymentAskedUntil = asked.until();
            }
            case OrderEvent.DriverLost lost -> draft.lose(lost.reason());
            case OrderEvent.OrderCancelled cancelled -> {
                CancelReason reason = cancelled.reason();
                draft.status = reason.status();
                draft.reason = reason;
                draft.fare = cancelled.fee();
                draft.overAt = cancelled.at();
            }
        }
        return draft.view(version);
    }

    private static OrderView placed(OrderPlaced placed, long version) {
        return new OrderView(
                placed.orderId(),
                placed.riderId(),
                placed.scheduled() ? OrderStatus.SCHEDULED : OrderStatus.PROCESSING,
                null,
                placed.quote(),
                placed.method(),
                placed.guest(),
                placed.boardingCode(),
                0,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                placed.at(),
                null,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    /** A view while it is changed. */
    private static final class Draft {
        private final OrderView before;
        private OrderStatus status;
        private @Nullable CancelReason reason;
        private Quote quote;
        private PaymentMethod method;
        private int search;
        private @Nullable AssignedDriver driver;
        private int stopsReached;
        private @Nullable Fare fare;
        private @Nullable Tracking tracking;
        private @Nullable String paymentAskedWhy;
        private @Nullable Instant paymentAskedUntil;
        private @Nullable GiveUpReason driverLost;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant arrivedAt;
        private @Nullable Instant freeWaitingUntil;
        private @Nullable Instant startedAt;
        private @Nullable Instant endedAt;
        private @Nullable Instant overAt;

        private Draft(OrderView before) {
            this.before = before;
            this.status = before.status();
            this.reason = before.reason();
            this.quote = before.quote();
            this.method = before.method();
            this.search = before.search();
            this.driver = before.driver();
            this.stopsReached = before.stopsReached();
            this.fare = before.fare();
            this.tracking = before.tracking();
            this.paymentAskedWhy = before.paymentAskedWhy();
            this.paymentAskedUntil = before.paymentAskedUntil();
            this.driverLost = before.driverLost();
            this.acceptedAt = before.acceptedAt();
            this.arrivedAt = before.arrivedAt();
            this.freeWaitingUntil = before.freeWaitingUntil();
            this.startedAt = before.startedAt();
            this.endedAt = before.endedAt();
            this.overAt = before.overAt();
        }

        private void lose(GiveUpReason why) {
            status = OrderStatus.PROCESSING;
            driver = null;
            driverLost = why;
            acceptedAt = null;
            arrivedAt = null;
            freeWaitingUntil = null;
        }

        private OrderView view(long version) {
            return new OrderView(
                    before.orderId(),
                    before.riderId(),
                    status,
                    reason,
                    quote,
                    method,
                    before.guest(),
                    before.boardingCode(),
                    search,
                    driver,
                    stopsReached,
                    fare,
                    tracking,
                    paymentAskedWhy,
                    paymentAskedUntil,
                    driverLost,
                    before.placedAt(),
                    acceptedAt,
                    arrivedAt,
                    freeWaitingUntil,
                    startedAt,
                    endedAt,
                    overAt,
                    version);
        }
    }
}
