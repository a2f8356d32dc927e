package hansom.query.city;

import hansom.contract.city.City;
import hansom.contract.city.CityQuery.SeeCity;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.BoardingCodeMissed;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.PaymentAsked;
import hansom.contract.order.OrderEvent.PaymentMethodChanged;
import hansom.contract.order.OrderEvent.RouteChanged;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderEvent.StopReached;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderEvent.TripStarted;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows every order under way and how fast the city lives, told by events; after a start told again from those of the last hours. */
@Component
@ProcessingGroup("city.board")
class CityBoard {
    /** So long an order that is over is still shown. */
    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final Clock businessClock;
    private final Lag lag;
    private final Pulse pulse = new Pulse();
    private final Map<OrderId, City.Order> orders = new LinkedHashMap<>();

    CityBoard(Clock businessClock, Lag lag) {
        this.businessClock = businessClock;
        this.lag = lag;
    }

    @EventHandler
    synchronized void on(EventMessage<?> event) {
        pulse.beat(event.getTimestamp());
        if (event.getPayload() instanceof OrderEvent order) tell(order);
    }

    private void tell(OrderEvent event) {
        switch (event) {
            case OrderPlaced placed -> {
                pulse.placed(placed.at());
                forgetOld();
                orders.put(placed.orderId(), order(placed));
            }
            case SearchStarted started ->
                change(started.orderId(), order -> as(order, OrderStatus.PROCESSING, started.at()));
            case DriverAssigned assigned -> {
                City.@Nullable Order order = orders.get(assigned.orderId());
                if (order == null) return;
                if (order.status() == OrderStatus.PROCESSING)
                    pulse.found(assigned.at(), Duration.between(order.since(), assigned.at()));
                orders.put(
                        order.orderId(),
                        new City.Order(
                                order.orderId(),
                                OrderStatus.ACCEPTED,
                                order.pickup(),
                                order.dropOff(),
                                assigned.driver().driverId(),
                                order.placedAt(),
                                assigned.at()));
            }
            case DriverArrived arrived ->
                change(arrived.orderId(), order -> as(order, OrderStatus.ARRIVED, arrived.at()));
            case TripStarted started ->
                change(started.orderId(), order -> as(order, OrderStatus.IN_PROGRESS, started.at()));
            case DriverLost lost -> change(lost.orderId(), order -> driverless(order, lost.at()));
            case OrderCompleted done -> change(done.orderId(), order -> as(order, OrderStatus.COMPLETED, done.at()));
            case OrderCancelled gone ->
                change(gone.orderId(), order -> as(order, gone.reason().status(), gone.at()));
            case RouteChanged changed ->
                change(
                        changed.orderId(),
                        order -> new City.Order(
                                order.orderId(),
                                order.status(),
                                order.pickup(),
                                changed.quote().dropOff().point(),
                                order.driverId(),
                                order.placedAt(),
                                order.since()));
            case StopReached _, BoardingCodeMissed _, TripEnded _, PaymentAsked _, PaymentMethodChanged _ -> {}
        }
    }

    private static City.Order order(OrderPlaced placed) {
        return new City.Order(
                placed.orderId(),
                placed.scheduled() ? OrderStatus.SCHEDULED : OrderStatus.PROCESSING,
                placed.quote().pickup().point(),
                placed.quote().dropOff().point(),
                null,
                placed.at(),
                placed.at());
    }

    private static City.Order as(City.Order order, OrderStatus status, Instant since) {
        return new City.Order(
                order.orderId(),
                status,
                order.pickup(),
                order.dropOff(),
                order.driverId(),
                order.placedAt(),
                status == order.status() ? order.since() : since);
    }

    private static City.Order driverless(City.Order order, Instant since) {
        return new City.Order(
                order.orderId(),
                OrderStatus.PROCESSING,
                order.pickup(),
                order.dropOff(),
                null,
                order.placedAt(),
                since);
    }

    private void change(OrderId order, java.util.function.UnaryOperator<City.Order> changed) {
        orders.computeIfPresent(order, (_, known) -> changed.apply(known));
    }

    private void forgetOld() {
        Instant oldest = businessClock.instant().minus(FAREWELL);
        orders.values().removeIf(order -> order.status().over() && order.since().isBefore(oldest));
    }

    @QueryHandler
    synchronized City handle(SeeCity query) {
        forgetOld();
        List<City.Order> shown = List.copyOf(orders.values());
        int waiting = 0;
        int driven = 0;
        for (City.Order order : shown)
            switch (order.status()) {
                case PROCESSING, QUEUED -> waiting++;
                case ACCEPTED, ARRIVED, IN_PROGRESS -> driven++;
                default -> {}
            }
        Instant now = businessClock.instant();
        Lag.Reading behind = lag.read();
        return new City(
                shown,
                new City.Figures(
                        pulse.ordersLastMinute(now),
                        waiting,
                        driven,
                        pulse.medianWait(now),
                        pulse.eventsPerSecond(now),
                        behind.events(),
                        behind.time()));
    }
}
