package hansom.saga.booking;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.EUR;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.fare;
import static hansom.saga.Rides.offer;
import static hansom.saga.Rides.onShift;
import static hansom.saga.Rides.terms;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderEvent.DriverAssigned;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftId;
import java.time.Duration;

/** What happens to the order and its offers in the tests of a booking. */
final class BookingEvents {
    static final Duration COUNTDOWN = Duration.ofSeconds(15);

    private BookingEvents() {}

    static OfferShown shown(DriverId driver, int search) {
        return new OfferShown(ShiftId.of(driver), offer(driver, search), ORDER, terms(), NOW, NOW.plus(COUNTDOWN));
    }

    static OfferAccepted accepted(DriverId driver, int search) {
        return new OfferAccepted(ShiftId.of(driver), offer(driver, search), ORDER, onShift(driver), terms(), NOW);
    }

    static DriverAssigned assignedTo(DriverId driver) {
        return new DriverAssigned(ORDER, ANNA, assigned(driver, 1), NOW);
    }

    static DriverLost lost(DriverId driver) {
        return new DriverLost(ORDER, ANNA, assigned(driver, 1), GiveUpReason.CAR_TROUBLE, NOW);
    }

    static OrderCancelled cancelled(CancelReason reason, AssignedDriver driver) {
        return new OrderCancelled(ORDER, ANNA, reason, driver, CARD, fare(0), Money.zero(EUR), null, NOW);
    }

    static OrderCompleted completed() {
        var tracking = new Tracking(
                Distance.ofMetres(3_000),
                Distance.NONE,
                Duration.ofMinutes(8),
                90,
                Tracking.Basis.MATCHED,
                "tracks/1",
                "00");
        return new OrderCompleted(
                ORDER, ANNA, assigned(BEN, 1), CARD, fare(20), new Money(400, EUR), tracking, NOW, NOW, NOW);
    }
}
