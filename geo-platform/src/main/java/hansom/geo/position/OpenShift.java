package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.order.OrderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A driver who is on shift, as matching sees him; {@code since} is real time, as that of positions is; {@code halts} counts where people got in or out. */
public record OpenShift(
        ShiftId shiftId,
        DriverOnShift driver,
        Instant since,
        boolean paused,
        @Nullable OrderId order,
        @Nullable OfferId offer,
        boolean signalLost,
        boolean closing,
        int halts) {

    static OpenShift opened(ShiftId shiftId, DriverOnShift driver, Instant since) {
        return new OpenShift(shiftId, driver, since, false, null, null, false, false, 0);
    }

    public DriverId driverId() {
        return shiftId.driver();
    }

    /** Could be offered an order now. */
    public boolean free() {
        return !paused && order == null && offer == null && !signalLost && !closing;
    }

    OpenShift paused(boolean now) {
        return new OpenShift(shiftId, driver, since, now, order, offer, signalLost, closing, halts);
    }

    OpenShift offered(OfferId shown) {
        return new OpenShift(shiftId, driver, since, paused, order, shown, signalLost, closing, halts);
    }

    /** Without this offer; another that was shown meanwhile stays. */
    OpenShift without(OfferId gone) {
        return gone.equals(offer)
                ? new OpenShift(shiftId, driver, since, paused, order, null, signalLost, closing, halts)
                : this;
    }

    OpenShift holding(OrderId accepted) {
        return new OpenShift(shiftId, driver, since, paused, accepted, null, signalLost, closing, halts);
    }

    OpenShift released(OrderId finished) {
        return finished.equals(order)
                ? new OpenShift(shiftId, driver, since, paused, null, offer, signalLost, closing, halts)
                : this;
    }

    OpenShift signalLost(boolean now) {
        return new OpenShift(shiftId, driver, since, paused, order, offer, now, closing, halts);
    }

    OpenShift asClosing() {
        return new OpenShift(shiftId, driver, since, paused, order, offer, signalLost, true, halts);
    }

    /** Somebody gets in or out of the car. */
    OpenShift halted() {
        return new OpenShift(shiftId, driver, since, paused, order, offer, signalLost, closing, halts + 1);
    }
}
