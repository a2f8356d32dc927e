package hansom.command.order;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Quote;
import hansom.contract.order.Guest;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds of an order whatever it is doing: as it was placed, the quote and method that count now, how many searches there were, when
 * something last happened, until when another way of paying is asked for, which driver was lost last, and how often his boarding code was wrong.
 */
record Booking(
        OrderPlaced placed,
        Quote quote,
        PaymentMethod method,
        int search,
        Instant last,
        @Nullable Instant payUntil,
        @Nullable DriverId lost,
        Misses misses) {

    static Booking of(OrderPlaced placed) {
        return new Booking(placed, placed.quote(), placed.method(), 0, placed.at(), null, null, Misses.NONE);
    }

    RiderId riderId() {
        return placed.riderId();
    }

    /** Whether an order with these contents is the one that was placed. The guest's texts are sealed anew each time and not compared. */
    boolean wasPlacedAs(RiderId rider, Quote quoted, PaymentMethod by, @Nullable Guest guest) {
        return placed.riderId().equals(rider)
                && placed.quote().seal().equals(quoted.seal())
                && placed.method().equals(by)
                && (placed.guest() == null) == (guest == null);
    }

    /** When something happened that a phone tells late: as it says, but never in the future nor before what happened last. */
    Instant when(@Nullable Instant told, Instant now) {
        if (told == null || told.isAfter(now)) return now;
        return told.isBefore(last) ? last : told;
    }

    SearchStarted nextSearch(Instant at) {
        return new SearchStarted(placed.orderId(), riderId(), quote, method, search + 1, at);
    }

    Booking at(Instant instant) {
        return new Booking(
                placed, quote, method, search, instant.isAfter(last) ? instant : last, payUntil, lost, misses);
    }

    Booking searching(int number) {
        return new Booking(placed, quote, method, number, last, payUntil, lost, misses);
    }

    Booking quoted(Quote other) {
        return new Booking(placed, other, method, search, last, payUntil, lost, misses);
    }

    Booking paidBy(PaymentMethod other) {
        return new Booking(placed, quote, other, search, last, null, lost, misses);
    }

    Booking askedForPayment(Instant until) {
        return new Booking(placed, quote, method, search, last, until, lost, misses);
    }

    Booking without(DriverId driver) {
        return new Booking(placed, quote, method, search, last, payUntil, driver, Misses.NONE);
    }

    Booking missed(int count, Instant at) {
        return new Booking(placed, quote, method, search, last, payUntil, lost, new Misses(count, at));
    }
}
