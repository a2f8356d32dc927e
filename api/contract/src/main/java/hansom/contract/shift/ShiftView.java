package hansom.contract.shift;

import hansom.contract.driver.DriverOnShift;
import hansom.contract.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A driver's shift as his phone shows it: whether open, the offer on the screen, the order being driven. */
public record ShiftView(
        ShiftId shiftId,
        State state,
        @Nullable DriverOnShift driver,
        @Nullable OfferView offer,
        @Nullable OrderId orderId,
        boolean signalLost,
        @Nullable CloseReason closed,
        @Nullable Instant since,
        long version) {
    /** What the shift is doing. */
    public enum State {
        OFF,
        FREE,
        PAUSED,
        OFFERED,
        ON_ORDER
    }

    /** An offer on the driver's screen. */
    public record OfferView(OfferId offerId, OrderId orderId, OfferTerms terms, Instant shownAt, Instant expiresAt) {}
}
