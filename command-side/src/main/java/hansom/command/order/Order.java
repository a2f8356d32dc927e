package hansom.command.order;

import static hansom.contract.refusal.RefusalCode.BOARDING_CODE_PAUSED;
import static hansom.contract.refusal.RefusalCode.BOARDING_CODE_WRONG;
import static hansom.contract.refusal.RefusalCode.ORDER_ALREADY_TAKEN;
import static hansom.contract.refusal.RefusalCode.ORDER_EXISTS_WITH_OTHER_BODY;
import static hansom.contract.refusal.RefusalCode.ORDER_FINISHED;
import static hansom.contract.refusal.RefusalCode.ORDER_NOT_SEARCHING;
import static hansom.contract.refusal.RefusalCode.ORDER_NOT_STARTED;
import static hansom.contract.refusal.RefusalCode.PAYMENT_NOT_CHANGEABLE;
import static hansom.contract.refusal.RefusalCode.STOP_OUT_OF_ORDER;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.order.State.AtPickup;
import hansom.command.order.State.Driving;
import hansom.command.order.State.Manned;
import hansom.command.order.State.OnTheWay;
import hansom.command.order.State.Over;
import hansom.command.order.State.Placed;
import hansom.command.order.State.SetDown;
import hansom.command.order.State.Unmanned;
import hansom.command.refusal.NotedRefusal;
import hansom.command.refusal.RefusedException;
import hansom.contract.order.OrderCommand.*;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.*;
import hansom.contract.order.OrderId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A rider's wish to be driven, from placed to completed, in one stream that tells one ride. It accepts one driver; who offered himself and
 * came second is told no. It never asks: the fare follows from the quote that came with it, and the time from the clock.
 */
@Aggregate
class Order {
    @AggregateIdentifier
    private OrderId id;

    private State state = new State.Unplaced();

    @Decides
    void handle(PlaceOrder place, Placing placing, Clock clock) {
        switch (state) {
            case State.Unplaced nothing -> tell(placing.check(place, clock.instant()));
            case Placed there
            when there.booking().wasPlacedAs(place.riderId(), place.quote(), place.method(), place.guest()) -> {}
            case Placed other -> throw new RefusedException(ORDER_EXISTS_WITH_OTHER_BODY);
        }
    }

    @Decides
    void handle(StartSearch start, Clock clock) {
        switch (state.placed()) {
            case Unmanned waiting
            when !waiting.searching() -> apply(waiting.booking().nextSearch(clock.instant()));
            case Unmanned searching -> {}
            case Manned found -> {}
            case Over over -> throw new RefusedException(ORDER_FINISHED);
        }
    }

    @Decides
    void handle(AssignDriver assign, Clock clock) {
        switch (state.placed()) {
            case Unmanned open
            when open.searching() ->
                apply(new DriverAssigned(id, open.booking().riderId(), assign.driver(), clock.instant()));
            case Unmanned later -> throw new RefusedException(ORDER_NOT_SEARCHING);
            case Manned taken
            when taken.driver().offerId().equals(assign.driver().offerId()) -> {}
            case Manned taken -> throw new RefusedException(ORDER_ALREADY_TAKEN);
            case Over over -> throw new RefusedException(ORDER_FINISHED);
        }
    }

    @Decides
    void handle(ArriveAtPickup arrive, Clock clock) {
        if (state.drivenBy(arrive.driverId()).orElse(null) instanceof OnTheWay way)
            arrive(way, way.booking().when(arrive.at(), clock.instant()));
    }

    @Decides
    void handle(StartTrip start, Clock clock) {
        Manned by = state.drivenBy(start.driverId()).orElse(null);
        if (!(by instanceof OnTheWay) && !(by instanceof AtPickup)) return;
        hear(by, start.boardingCode(), clock.instant());
        Instant at = by.booking().when(start.at(), clock.instant());
        if (by instanceof OnTheWay way) arrive(way, at);
        Duration waited = by instanceof AtPickup pickup ? pickup.waitedUntil(at) : Duration.ZERO;
        apply(new TripStarted(id, start.driverId(), at, waited));
    }

    @Decides
    void handle(ReachStop reach, Clock clock) {
        Driving driving = state.drivingBy(reach.driverId()).orElse(null);
        if (driving == null || reach.stop() <= driving.stops()) return;
        if (reach.stop() != driving.stops() + 1
                || reach.stop() > driving.booking().quote().stops().size())
            throw new RefusedException(STOP_OUT_OF_ORDER);
        apply(new StopReached(
                id, reach.driverId(), reach.stop(), driving.booking().when(reach.at(), clock.instant())));
    }

    @Decides
    void handle(EndTrip end, Clock clock) {
        Driving driving = state.drivingBy(end.driverId()).orElse(null);
        if (driving == null) return;
        Booking booking = driving.booking();
        if (driving.stops() < booking.quote().stops().size())
            throw new RefusedException(STOP_OUT_OF_ORDER, "stop %d is still ahead".formatted(driving.stops() + 1));
        Instant at = booking.when(end.at(), clock.instant());
        apply(new TripEnded(
                id, booking.riderId(), driving.driver(), booking.quote(), driving.startedAt(), at, driving.waited()));
    }

    @Decides
    void handle(CompleteOrder complete, Endings endings, Clock clock) {
        switch (state.placed()) {
            case SetDown down -> apply(endings.completed(down, complete.tracking(), clock.instant()));
            case Over over when over.reason() == null -> {}
            case Over over -> throw new RefusedException(ORDER_FINISHED);
            case Unmanned early -> throw new RefusedException(ORDER_NOT_STARTED);
            case Manned early -> throw new RefusedException(ORDER_NOT_STARTED);
        }
    }

    @Decides
    void handle(ChangeRoute change, Placing placing, Clock clock) {
        Booking booking = state.ownedBy(change.riderId()).booking();
        if (booking.quote().seal().equals(change.quote().seal())) return;
        if (state instanceof SetDown || state instanceof Over) throw new RefusedException(ORDER_FINISHED);
        placing.checkQuote(id, change.riderId(), change.quote(), clock.instant());
        if (change.quote().productClass() != booking.quote().productClass())
            throw new RefusedException(RefusalCode.QUOTE_FOR_OTHER_ORDER, "the class cannot be changed");
        apply(new RouteChanged(id, change.riderId(), change.quote(), booking.method(), clock.instant()));
    }

    @Decides
    void handle(ChangePaymentMethod change, Clock clock) {
        Booking booking = state.ownedBy(change.riderId()).booking();
        if (booking.method().equals(change.method())) return;
        if (state instanceof Driving || state instanceof SetDown || state instanceof Over)
            throw new RefusedException(PAYMENT_NOT_CHANGEABLE);
        apply(new PaymentMethodChanged(
                id, change.riderId(), change.method(), booking.quote().most(), clock.instant()));
    }

    @Decides
    void handle(AskForPayment ask) {
        Booking booking = state.placed().booking();
        if (state.begunOrOver() || ask.until().equals(booking.payUntil())) return;
        apply(new PaymentAsked(id, booking.riderId(), ask.why(), ask.until()));
    }

    @Decides
    void handle(CancelByRider cancel, Cancelling cancelling, Clock clock) {
        tell(cancelling.decide(state, cancel, clock.instant()));
    }

    @Decides
    void handle(CancelByDriver cancel, Cancelling cancelling, Clock clock) {
        tell(cancelling.decide(state, cancel, clock.instant()));
    }

    @Decides
    void handle(CancelByOperator cancel, Cancelling cancelling, Clock clock) {
        tell(cancelling.decide(state, cancel, clock.instant()));
    }

    @Decides
    void handle(GiveUpOrder giveUp, Cancelling cancelling, Clock clock) {
        tell(cancelling.decide(state, giveUp, clock.instant()));
    }

    @Decides
    void handle(LoseDriver lose, Cancelling cancelling, Clock clock) {
        tell(cancelling.decide(state, lose, clock.instant()));
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        id = event.orderId();
        state = state.after(event);
    }

    /** A wrong code is refused and counted. */
    private void hear(Manned by, String code, Instant now) {
        Misses misses = by.booking().misses();
        if (misses.pausedAt(now)) throw new RefusedException(BOARDING_CODE_PAUSED, "again at " + misses.pausedUntil());
        if (by.booking().placed().boardingCode().equals(code)) return;
        apply(new BoardingCodeMissed(id, by.driver().driverId(), misses.count() + 1, now));
        throw new NotedRefusal(BOARDING_CODE_WRONG, "%d more before a pause".formatted(misses.left() - 1));
    }

    private void arrive(OnTheWay way, Instant at) {
        apply(Endings.arrived(id, way, at));
    }

    private static void tell(List<? extends OrderEvent> events) {
        events.forEach(event -> apply(event));
    }
}
