package hansom.contract.shift;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.id.Region;
import hansom.contract.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A driver's stretches of work and the offers made in them. */
public sealed interface ShiftEvent {
    ShiftId shiftId();

    default DriverId driverId() {
        return shiftId().driver();
    }

    /** Stretches are numbered from 1. */
    @Revision("1")
    record ShiftOpened(ShiftId shiftId, int stretch, DriverOnShift driver, Region region, Instant at)
            implements ShiftEvent {}

    @Revision("1")
    record ShiftPaused(ShiftId shiftId, Instant at) implements ShiftEvent {}

    @Revision("1")
    record ShiftResumed(ShiftId shiftId, Instant at) implements ShiftEvent {}

    /** The shift ends as soon as the order that it holds is finished; it is shown nothing more. */
    @Revision("1")
    record ClosingAsked(ShiftId shiftId, CloseReason reason, Instant at) implements ShiftEvent {}

    @Revision("1")
    record ShiftClosed(ShiftId shiftId, CloseReason reason, Instant at) implements ShiftEvent {}

    @Revision("1")
    record OfferShown(
            ShiftId shiftId, OfferId offerId, OrderId orderId, OfferTerms terms, Instant shownAt, Instant expiresAt)
            implements ShiftEvent {}

    /** The shift holds the order; the ride is the driver's when the order says so. */
    @Revision("1")
    record OfferAccepted(
            ShiftId shiftId, OfferId offerId, OrderId orderId, DriverOnShift driver, OfferTerms terms, Instant at)
            implements ShiftEvent {}

    @Revision("1")
    record OfferDeclined(ShiftId shiftId, OfferId offerId, OrderId orderId, Instant at) implements ShiftEvent {}

    @Revision("1")
    record OfferLapsed(ShiftId shiftId, OfferId offerId, OrderId orderId, Instant at) implements ShiftEvent {}

    @Revision("1")
    record OfferWithdrawn(ShiftId shiftId, OfferId offerId, OrderId orderId, Instant at) implements ShiftEvent {}

    @Revision("1")
    record ShiftReleased(ShiftId shiftId, OrderId orderId, ReleaseReason reason, Instant at) implements ShiftEvent {}

    @Revision("1")
    record SignalLost(ShiftId shiftId, Instant lastSeen, Instant at) implements ShiftEvent {}

    @Revision("1")
    record SignalBack(ShiftId shiftId, Instant at) implements ShiftEvent {}
}
