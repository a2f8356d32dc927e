package hansom.contract.shift;

import hansom.contract.SagaOnly;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.id.Region;
import hansom.contract.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a driver's shift. */
public sealed interface ShiftCommand {
    @TargetAggregateIdentifier
    ShiftId shiftId();

    /** The driver may drive and wants to; told again while open with the same vehicle: nothing new (and a pause ends). */
    @SagaOnly
    record OpenShift(ShiftId shiftId, DriverOnShift driver, Region region) implements ShiftCommand {}

    /** The driver wants no offers for a while. */
    record PauseShift(ShiftId shiftId) implements ShiftCommand {}

    record ResumeShift(ShiftId shiftId) implements ShiftCommand {}

    /** The driver goes home; with an order he must first finish or cancel it. */
    record EndShift(ShiftId shiftId) implements ShiftCommand {}

    /** Ends the shift for a reason that is not the driver's wish; a running order is finished first. */
    @SagaOnly
    record CloseShift(ShiftId shiftId, CloseReason reason) implements ShiftCommand {}

    /** Shows an order to the driver, who has {@code countdown} to answer. */
    @SagaOnly
    record ShowOffer(ShiftId shiftId, OfferId offerId, OrderId orderId, OfferTerms terms, Duration countdown)
            implements ShiftCommand {}

    record AcceptOffer(ShiftId shiftId, OfferId offerId) implements ShiftCommand {}

    record DeclineOffer(ShiftId shiftId, OfferId offerId) implements ShiftCommand {}

    /** The countdown is over; nothing happens when the offer was answered. */
    @SagaOnly
    record LapseOffer(ShiftId shiftId, OfferId offerId) implements ShiftCommand {}

    /** The order is no longer to be had; nothing happens when the offer is gone already. */
    @SagaOnly
    record WithdrawOffer(ShiftId shiftId, OfferId offerId) implements ShiftCommand {}

    /** The shift is free of the order again: trip ended, order gone, or another driver was first. */
    @SagaOnly
    record ReleaseShift(ShiftId shiftId, OrderId orderId, ReleaseReason reason) implements ShiftCommand {}

    /** The phone has been silent since. */
    @SagaOnly
    record ReportSignalLost(ShiftId shiftId, Instant lastSeen) implements ShiftCommand {}

    @SagaOnly
    record ReportSignalBack(ShiftId shiftId) implements ShiftCommand {}
}
