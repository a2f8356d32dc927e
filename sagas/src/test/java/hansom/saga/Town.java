package hansom.saga;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;

import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.Tracking;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.ledger.LedgerQuery.ListPayables;
import hansom.contract.ledger.Payables;
import hansom.contract.ledger.Payables.Payable;
import hansom.contract.order.OpenOrders;
import hansom.contract.order.OrderCommand.AssignDriver;
import hansom.contract.order.OrderCommand.CompleteOrder;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderQuery.ListOpenOrders;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.DayEvent.DayClosed;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.rating.RatingCommand.CloseRating;
import hansom.contract.rating.RatingCommand.OpenRating;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferShown;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that lies around the sagas, in its shortest form: every command is done, and what follows from it happens. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Town {
    @Bean
    Desk desk(EventGateway events, Clock clock) {
        return new Desk(events, clock);
    }

    static final class Desk {
        final List<Object> told = new CopyOnWriteArrayList<>();
        private final EventGateway events;
        private final Clock clock;
        private volatile boolean searching;

        Desk(EventGateway events, Clock clock) {
            this.events = events;
            this.clock = clock;
        }

        void anOrderIsOpen() {
            searching = true;
        }

        @CommandHandler
        void handle(RequestAuthorisation request) {
            told.add(request);
            events.publish(new PaymentAuthorised(
                    request.paymentId(),
                    ANNA,
                    CallId.of(request.paymentId(), "authorise", 1),
                    CARD,
                    "ref",
                    request.amount(),
                    request.amount(),
                    clock.instant()));
        }

        @CommandHandler
        void handle(ShowOffer show) {
            told.add(show);
            searching = false;
            var now = clock.instant();
            events.publish(
                    new OfferShown(
                            show.shiftId(), show.offerId(), ORDER, show.terms(), now, now.plus(show.countdown())),
                    new OfferAccepted(show.shiftId(), show.offerId(), ORDER, Rides.onShift(BEN), show.terms(), now));
        }

        @CommandHandler
        void handle(AssignDriver assign) {
            told.add(assign);
            events.publish(new DriverAssigned(ORDER, ANNA, assign.driver(), clock.instant()));
        }

        @CommandHandler
        void handle(CompleteOrder complete) {
            told.add(complete);
            var now = clock.instant();
            events.publish(new OrderCompleted(
                    ORDER, ANNA, Rides.assigned(BEN, 1), CARD, fare(20), euros(4), complete.tracking(), now, now, now));
        }

        @CommandHandler
        void handle(ReleaseShift release) {
            told.add(release);
        }

        @CommandHandler
        void handle(CapturePayment capture) {
            told.add(capture);
            var call = CallId.of(capture.paymentId(), "capture", 1);
            events.publish(
                    new PaymentCaptured(capture.paymentId(), ANNA, call, CARD, capture.amount(), clock.instant()));
        }

        @CommandHandler
        void handle(OpenRating open) {
            told.add(open);
        }

        @CommandHandler
        void handle(CloseRating close) {
            told.add(close);
        }

        @CommandHandler
        void handle(CloseDay close) {
            told.add(close);
            events.publish(
                    new DayClosed(close.dayId(), close.region(), close.day(), close.upToEvent(), clock.instant()));
        }

        @CommandHandler
        void handle(RequestPayout request) {
            told.add(request);
        }

        @QueryHandler
        OpenOrders handle(ListOpenOrders query) {
            if (!searching) return new OpenOrders(List.of());
            return new OpenOrders(
                    List.of(new OpenOrders.Open(ORDER, QUOTE, CARD, 1, clock.instant(), Set.of(), Set.of())));
        }

        @QueryHandler
        MatchingPlan handle(PlanMatching query) {
            var pair = new Pair(ORDER, BEN, BENS_SHIFT, Duration.ofMinutes(3), Distance.ofMetres(900));
            return new MatchingPlan(List.of(pair), List.of(), "map-1");
        }

        @QueryHandler
        SilentDrivers handle(ListSilentDrivers query) {
            return new SilentDrivers(List.of(), List.of());
        }

        @QueryHandler
        Tracking handle(MatchTrack query) {
            var distance = Distance.ofMetres(3_100);
            return new Tracking(
                    distance, Distance.NONE, Duration.ofMinutes(8), 90, Tracking.Basis.MATCHED, "tracks/1", "00");
        }

        @QueryHandler
        Long handle(FindLedgerHead query) {
            return 10L;
        }

        @QueryHandler
        Payables handle(ListPayables query) {
            return new Payables(List.of(new Payable(new Payee.OfDriver(BEN), euros(16), "bank-ben")));
        }
    }
}
