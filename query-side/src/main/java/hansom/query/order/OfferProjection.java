package hansom.query.order;

import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Follows what shifts were shown and answered. */
@Component
@ProcessingGroup("query.offer")
class OfferProjection {
    private final OfferStore offers;

    OfferProjection(OfferStore offers) {
        this.offers = offers;
    }

    @EventHandler
    void on(OfferShown shown, @SequenceNumber long seq) {
        offers.save(shown.offerId(), OfferStore.State.SHOWN, seq);
    }

    @EventHandler
    void on(OfferAccepted accepted, @SequenceNumber long seq) {
        offers.save(accepted.offerId(), OfferStore.State.ACCEPTED, seq);
    }

    @EventHandler
    void on(OfferDeclined declined, @SequenceNumber long seq) {
        offers.save(declined.offerId(), OfferStore.State.DECLINED, seq);
    }

    @EventHandler
    void on(OfferLapsed lapsed, @SequenceNumber long seq) {
        offers.save(lapsed.offerId(), OfferStore.State.LAPSED, seq);
    }

    @EventHandler
    void on(OfferWithdrawn withdrawn, @SequenceNumber long seq) {
        offers.save(withdrawn.offerId(), OfferStore.State.WITHDRAWN, seq);
    }
}
