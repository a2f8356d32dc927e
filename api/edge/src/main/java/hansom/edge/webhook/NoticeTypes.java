package hansom.edge.webhook;

import hansom.contract.order.OrderEvent;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payout.PayoutEvent;
import java.util.List;
import java.util.Optional;

/** By which name, and at which address, each event is told to the outside; steps that only Hansom needs are not told. */
final class NoticeTypes {
    static final List<String> ALL = List.of(
            "order.placed",
            "order.search_started",
            "order.accepted",
            "order.arrived",
            "order.boarding_code_missed",
            "order.trip_started",
            "order.stop_reached",
            "order.trip_ended",
            "order.completed",
            "order.route_changed",
            "order.payment_method_changed",
            "order.payment_asked",
            "order.driver_lost",
            "order.cancelled",
            "payment.authorised",
            "payment.declined",
            "payment.captured",
            "payment.voided",
            "payment.refunded",
            "payment.tip_paid",
            "payment.charged_back",
            "payment.call_failed",
            "payout.requested",
            "payout.paid",
            "payout.returned");

    private NoticeTypes() {}

    static String of(OrderEvent event) {
        return "order."
                + switch (event) {
                    case OrderEvent.OrderPlaced told -> "placed";
                    case OrderEvent.SearchStarted told -> "search_started";
                    case OrderEvent.DriverAssigned told -> "accepted";
                    case OrderEvent.DriverArrived told -> "arrived";
                    case OrderEvent.BoardingCodeMissed told -> "boarding_code_missed";
                    case OrderEvent.TripStarted told -> "trip_started";
                    case OrderEvent.StopReached told -> "stop_reached";
                    case OrderEvent.TripEnded told -> "trip_ended";
                    case OrderEvent.OrderCompleted told -> "completed";
                    case OrderEvent.RouteChanged told -> "route_changed";
                    case OrderEvent.PaymentMethodChanged told -> "payment_method_changed";
                    case OrderEvent.PaymentAsked told -> "payment_asked";
                    case OrderEvent.DriverLost told -> "driver_lost";
                    case OrderEvent.OrderCancelled told -> "cancelled";
                };
    }

    static Optional<String> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.PaymentAuthorised told -> Optional.of("payment.authorised");
            case PaymentEvent.AuthorisationDeclined told -> Optional.of("payment.declined");
            case PaymentEvent.PaymentCaptured told -> Optional.of("payment.captured");
            case PaymentEvent.PaymentVoided told -> Optional.of("payment.voided");
            case PaymentEvent.PaymentRefunded told -> Optional.of("payment.refunded");
            case PaymentEvent.TipPaid told -> Optional.of("payment.tip_paid");
            case PaymentEvent.PaymentChargedBack told -> Optional.of("payment.charged_back");
            case PaymentEvent.PaymentCallFailed told -> Optional.of("payment.call_failed");
            case PaymentEvent.AuthorisationRequested step -> Optional.empty();
            case PaymentEvent.ConfirmationNeeded step -> Optional.empty();
            case PaymentEvent.CaptureRequested step -> Optional.empty();
            case PaymentEvent.VoidRequested step -> Optional.empty();
            case PaymentEvent.RefundRequested step -> Optional.empty();
            case PaymentEvent.TipRequested step -> Optional.empty();
        };
    }

    static String of(PayoutEvent event) {
        return switch (event) {
            case PayoutEvent.PayoutRequested told -> "payout.requested";
            case PayoutEvent.PayoutPaid told -> "payout.paid";
            case PayoutEvent.PayoutReturned told -> "payout.returned";
        };
    }
}
