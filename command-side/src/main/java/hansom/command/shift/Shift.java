package hansom.command.shift;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.command.shift.Duty.Free;
import hansom.command.shift.Duty.Holding;
import hansom.command.shift.Duty.Offered;
import hansom.command.shift.State.Closed;
import hansom.command.shift.State.Open;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftCommand.AcceptOffer;
import hansom.contract.shift.ShiftCommand.CloseShift;
import hansom.contract.shift.ShiftCommand.DeclineOffer;
import hansom.contract.shift.ShiftCommand.EndShift;
import hansom.contract.shift.ShiftCommand.LapseOffer;
import hansom.contract.shift.ShiftCommand.OpenShift;
import hansom.contract.shift.ShiftCommand.PauseShift;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.contract.shift.ShiftCommand.ReportSignalBack;
import hansom.contract.shift.ShiftCommand.ReportSignalLost;
import hansom.contract.shift.ShiftCommand.ResumeShift;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import hansom.contract.shift.ShiftCommand.WithdrawOffer;
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
import hansom.contract.shift.ShiftId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A driver's work, stretch after stretch in one stream: the single writer of what he holds. He is shown one offer at a time, can take only
 * what he was shown while it holds, and is shown nothing while he has an order.
 */
@Aggregate(snapshotTriggerDefinition = "longStreamSnapshots")
@Revision("1")
class Shift {
    @AggregateIdentifier
    private ShiftId id;

    private State state = new Closed(0, new Answered());

    @Decides
    void handle(OpenShift open, Clock clock) {
        switch (state) {
            case Closed closed ->
                apply(new ShiftOpened(
                        open.shiftId(), closed.stretch() + 1, open.driver(), open.region(), clock.instant()));
            case Open same
            when same.driver()
                    .vehicle()
                    .vehicleId()
                    .equals(open.driver().vehicle().vehicleId()) -> {
                if (same.paused()) apply(new ShiftResumed(id, clock.instant()));
            }
            case Open other -> throw new RefusedException(RefusalCode.SHIFT_ALREADY_OPEN);
        }
    }

    @Decides
    void handle(PauseShift pause, Clock clock) {
        if (!open().paused()) apply(new ShiftPaused(id, clock.instant()));
        takeBackOffer(clock.instant());
    }

    @Decides
    void handle(ResumeShift resume, Clock clock) {
        if (open().paused()) apply(new ShiftResumed(id, clock.instant()));
    }

    @Decides
    void handle(EndShift end, Clock clock) {
        if (!(state instanceof Open open)) return;
        if (open.duty() instanceof Holding) throw new RefusedException(RefusalCode.SHIFT_BUSY);
        close(CloseReason.DRIVER_WENT_HOME, clock.instant());
    }

    @Decides
    void handle(CloseShift close, Clock clock) {
        if (!(state instanceof Open open)) return;
        if (!(open.duty() instanceof Holding)) close(close.reason(), clock.instant());
        else if (open.closing() == null) apply(new ClosingAsked(id, close.reason(), clock.instant()));
    }

    @Decides
    void handle(ShowOffer show, Clock clock) {
        Open open = open();
        if (open.has(show.offerId())) return;
        if (open.answered().how(show.offerId()) == Answered.How.DECLINED)
            throw new RefusedException(RefusalCode.OFFER_ALREADY_DECLINED);
        if (!(open.duty() instanceof Free) || open.closing() != null)
            throw new RefusedException(RefusalCode.SHIFT_BUSY);
        if (open.paused()) throw new RefusedException(RefusalCode.SHIFT_PAUSED);
        Instant now = clock.instant();
        apply(new OfferShown(id, show.offerId(), show.orderId(), show.terms(), now, now.plus(show.countdown())));
    }

    @Decides
    void handle(AcceptOffer accept, Clock clock) {
        Open open = open();
        switch (open.duty()) {
            case Offered offered
            when offered.offerId().equals(accept.offerId()) -> {
                if (clock.instant().isAfter(offered.expiresAt())) throw new RefusedException(RefusalCode.OFFER_EXPIRED);
                apply(new OfferAccepted(
                        id, offered.offerId(), offered.orderId(), open.driver(), offered.terms(), clock.instant()));
            }
            case Holding holding when holding.offerId().equals(accept.offerId()) -> {}
            case Duty other -> throw gone(accept.offerId());
        }
    }

    @Decides
    void handle(DeclineOffer decline, Clock clock) {
        Open open = open();
        if (open.duty() instanceof Offered offered && offered.offerId().equals(decline.offerId()))
            apply(new OfferDeclined(id, offered.offerId(), offered.orderId(), clock.instant()));
        else if (open.answered().how(decline.offerId()) == null) throw gone(decline.offerId());
        else if (open.answered().how(decline.offerId()) == Answered.How.ACCEPTED)
            throw new RefusedException(RefusalCode.SHIFT_BUSY, "the offer was accepted; cancel the order instead");
    }

    @Decides
    void handle(LapseOffer lapse, Clock clock) {
        if (state instanceof Open open
                && open.duty() instanceof Offered offered
                && offered.offerId().equals(lapse.offerId()))
            apply(new OfferLapsed(id, offered.offerId(), offered.orderId(), clock.instant()));
    }

    @Decides
    void handle(WithdrawOffer withdraw, Clock clock) {
        if (state instanceof Open open
                && open.duty() instanceof Offered offered
                && offered.offerId().equals(withdraw.offerId())) takeBackOffer(clock.instant());
    }

    @Decides
    void handle(ReleaseShift release, Clock clock) {
        if (!(state instanceof Open open)
                || !(open.duty() instanceof Holding holding)
                || !holding.orderId().equals(release.orderId())) return;
        apply(new ShiftReleased(id, release.orderId(), release.reason(), clock.instant()));
        if (open.closing() != null) close(open.closing(), clock.instant());
    }

    @Decides
    void handle(ReportSignalLost report, Clock clock) {
        if (state instanceof Open open && !open.silent()) apply(new SignalLost(id, report.lastSeen(), clock.instant()));
    }

    @Decides
    void handle(ReportSignalBack report, Clock clock) {
        if (state instanceof Open open && open.silent()) apply(new SignalBack(id, clock.instant()));
    }

    @EventSourcingHandler
    void on(ShiftEvent event) {
        id = event.shiftId();
        state = state.after(event);
    }

    private Open open() {
        if (state instanceof Open open) return open;
        throw new RefusedException(RefusalCode.SHIFT_NOT_OPEN);
    }

    private void takeBackOffer(Instant now) {
        if (state instanceof Open open && open.duty() instanceof Offered offered)
            apply(new OfferWithdrawn(id, offered.offerId(), offered.orderId(), now));
    }

    private void close(CloseReason reason, Instant now) {
        takeBackOffer(now);
        apply(new ShiftClosed(id, reason, now));
    }

    private RefusedException gone(OfferId offer) {
        return new RefusedException(
                switch (state.answered().how(offer)) {
                    case null -> RefusalCode.OFFER_UNKNOWN;
                    case DECLINED -> RefusalCode.OFFER_ALREADY_DECLINED;
                    case LAPSED -> RefusalCode.OFFER_EXPIRED;
                    case WITHDRAWN -> RefusalCode.OFFER_WITHDRAWN;
                    case ACCEPTED -> RefusalCode.OFFER_WITHDRAWN;
                });
    }
}
