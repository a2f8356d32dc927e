package hansom.query.audit;

import hansom.contract.order.OrderEvent;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rating.RatingEvent;
import hansom.contract.shift.ShiftEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is worth saying of an event in one sentence; nothing personal is. */
final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, String> of(Object event) {
        Facts said = new Facts();
        switch (event) {
            case OrderEvent order -> said.order(order);
            case ShiftEvent shift -> said.shift(shift);
            case PaymentEvent payment -> said.payment(payment);
            case RatingEvent rating -> said.rating(rating);
            default -> {}
        }
        return Map.copyOf(said.facts);
    }

    private void order(OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderPlaced placed -> {
                say("class", placed.quote().productClass());
                say("fare", placed.quote().fare().total());
                say("method", method(placed.method()));
                say("pickup_at", placed.quote().pickupAt());
            }
            case OrderEvent.SearchStarted started -> say("search", started.search());
            case OrderEvent.DriverAssigned assigned -> {
                say("driver", assigned.driver().driverId());
                say("pickup_seconds", assigned.driver().pickupTime().toSeconds());
            }
            case OrderEvent.DriverArrived arrived -> say("free_until", arrived.freeUntil());
            case OrderEvent.BoardingCodeMissed missed -> say("misses", missed.count());
            case OrderEvent.TripStarted started ->
                say("waited_seconds", started.waited().toSeconds());
            case OrderEvent.StopReached reached -> say("stop", reached.stop());
            case OrderEvent.TripEnded ended ->
                say(
                        "seconds",
                        Duration.between(ended.startedAt(), ended.endedAt()).toSeconds());
            case OrderEvent.OrderCompleted completed -> {
                say("fare", completed.fare().total());
                say("commission", completed.commission());
                say("metres", completed.tracking().distance().metres());
                say("basis", completed.tracking().basis());
            }
            case OrderEvent.RouteChanged changed ->
                say("fare", changed.quote().fare().total());
            case OrderEvent.PaymentMethodChanged changed -> say("method", method(changed.method()));
            case OrderEvent.PaymentAsked asked -> {
                say("why", asked.why());
                say("until", asked.until());
            }
            case OrderEvent.DriverLost lost -> {
                say("driver", lost.driver().driverId());
                say("reason", lost.reason());
            }
            case OrderEvent.OrderCancelled cancelled -> {
                say("reason", cancelled.reason());
                say("fee", cancelled.fee().total());
            }
        }
    }

    private void shift(ShiftEvent event) {
        say("driver", event.driverId());
        switch (event) {
            case ShiftEvent.OfferShown shown -> {
                say("expires_at", shown.expiresAt());
                say("pickup_seconds", shown.terms().pickupTime().toSeconds());
            }
            case ShiftEvent.ShiftReleased released -> say("reason", released.reason());
            default -> {}
        }
    }

    private void payment(PaymentEvent event) {
        switch (event) {
            case PaymentEvent.AuthorisationRequested asked -> {
                say("amount", asked.amount());
                say("method", method(asked.method()));
            }
            case PaymentEvent.PaymentAuthorised given -> say("amount", given.amount());
            case PaymentEvent.AuthorisationDeclined declined -> say("why", declined.why());
            case PaymentEvent.CaptureRequested asked -> say("amount", asked.amount());
            case PaymentEvent.PaymentCaptured taken -> say("amount", taken.amount());
            case PaymentEvent.VoidRequested asked -> say("amount", asked.amount());
            case PaymentEvent.PaymentVoided given -> say("amount", given.amount());
            case PaymentEvent.RefundRequested asked -> {
                say("amount", asked.amount());
                say("reason", asked.reason());
            }
            case PaymentEvent.PaymentRefunded given -> say("amount", given.amount());
            case PaymentEvent.TipRequested asked -> say("amount", asked.amount());
            case PaymentEvent.TipPaid paid -> say("amount", paid.amount());
            case PaymentEvent.PaymentCallFailed failed -> say("why", failed.why());
            case PaymentEvent.PaymentChargedBack taken -> say("amount", taken.amount());
            case PaymentEvent.ConfirmationNeeded needed -> {}
        }
    }

    private void rating(RatingEvent event) {
        switch (event) {
            case RatingEvent.RatingRevealed revealed -> {
                say(
                        "of_driver",
                        revealed.ofDriver() == null ? null : revealed.ofDriver().stars());
                say(
                        "of_rider",
                        revealed.ofRider() == null ? null : revealed.ofRider().stars());
            }
            case RatingEvent.RatingOpened opened -> say("until", opened.until());
            case RatingEvent.DriverRated rated -> {}
            case RatingEvent.RiderRated rated -> {}
        }
    }

    private static String method(PaymentMethod method) {
        return switch (method) {
            case PaymentMethod.Card card -> "%s %s".formatted(card.brand(), card.lastFour());
            case PaymentMethod.Cash cash -> "cash";
            case PaymentMethod.FromPurse purse -> purse.corporate() ? "account" : "wallet";
        };
    }

    private void say(String name, @Nullable Object value) {
        if (value == null) return;
        facts.put(name, value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString());
    }
}
