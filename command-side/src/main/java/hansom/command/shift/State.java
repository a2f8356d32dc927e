package hansom.command.shift;

import hansom.contract.driver.DriverOnShift;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftEvent.ClosingAsked;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import hansom.contract.shift.ShiftEvent.ShiftClosed;
import hansom.contract.shift.ShiftEvent.ShiftOpened;
import hansom.contract.shift.ShiftEvent.ShiftPaused;
import hansom.contract.shift.ShiftEvent.ShiftReleased;
import hansom.contract.shift.ShiftEvent.ShiftResumed;
import hansom.contract.shift.ShiftEvent.SignalBack;
import hansom.contract.shift.ShiftEvent.SignalLost;
import org.jspecify.annotations.Nullable;

/** Whether a driver works, and what each event makes of that. Stretches are numbered from 1; none has been is 0. */
sealed interface State {
    int stretch();

    Answered answered();

    record Closed(int stretch, Answered answered) implements State {}

    /** {@code closing} is why the shift ends once it is free. */
    record Open(
            int stretch,
            Answered answered,
            DriverOnShift driver,
            Duty duty,
            boolean paused,
            boolean silent,
            @Nullable CloseReason closing)
            implements State {
        boolean has(OfferId offer) {
            return switch (duty) {
                case Duty.Free nothing -> false;
                case Duty.Offered offered -> offered.offerId().equals(offer);
                case Duty.Holding holding -> holding.offerId().equals(offer);
            };
        }

        Open doing(Duty other) {
            return new Open(stretch, answered, driver, other, paused, silent, closing);
        }

        Open answering(OfferId offer, Answered.How how, Duty then) {
            return new Open(stretch, answered.with(offer, how), driver, then, paused, silent, closing);
        }
    }

    /** The state after an event; events come only in the order in which {@link Shift} lets them happen. */
    default State after(ShiftEvent event) {
        return switch (event) {
            case ShiftOpened opened ->
                new Open(opened.stretch(), answered(), opened.driver(), new Duty.Free(), false, false, null);
            case ShiftPaused paused -> quiet(true, open().silent());
            case ShiftResumed resumed -> quiet(false, open().silent());
            case SignalLost lost -> quiet(open().paused(), true);
            case SignalBack back -> quiet(open().paused(), false);
            case ClosingAsked asked ->
                new Open(
                        stretch(),
                        answered(),
                        open().driver(),
                        open().duty(),
                        open().paused(),
                        open().silent(),
                        asked.reason());
            case ShiftClosed closed -> new Closed(stretch(), answered());
            case OfferShown shown ->
                open().doing(new Duty.Offered(shown.offerId(), shown.orderId(), shown.terms(), shown.expiresAt()));
            case OfferAccepted accepted ->
                open().answering(
                                accepted.offerId(),
                                Answered.How.ACCEPTED,
                                new Duty.Holding(accepted.offerId(), accepted.orderId()));
            case OfferDeclined declined -> open().answering(declined.offerId(), Answered.How.DECLINED, new Duty.Free());
            case OfferLapsed lapsed -> open().answering(lapsed.offerId(), Answered.How.LAPSED, new Duty.Free());
            case OfferWithdrawn withdrawn ->
                open().answering(withdrawn.offerId(), Answered.How.WITHDRAWN, new Duty.Free());
            case ShiftReleased released -> open().doing(new Duty.Free());
        };
    }

    private Open open() {
        if (this instanceof Open open) return open;
        throw new IllegalStateException("the shift is not open");
    }

    private Open quiet(boolean paused, boolean silent) {
        Open open = open();
        return new Open(open.stretch(), open.answered(), open.driver(), open.duty(), paused, silent, open.closing());
    }
}
