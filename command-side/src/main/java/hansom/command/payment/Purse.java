package hansom.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PurseCommand.*;
import hansom.contract.payment.PurseEvent;
import hansom.contract.payment.PurseEvent.*;
import hansom.contract.payment.PurseId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A rider's wallet or a company's account. What is set apart for a payment cannot be spent twice, and no more is spent than is free. */
@Aggregate
class Purse {
    @AggregateIdentifier
    private @Nullable PurseId id;

    private PurseState state = new PurseState.Unopened();

    @Decides
    void handle(OpenWallet open, Clock clock) {
        if (!open.purseId().equals(PurseId.walletOf(open.riderId())))
            throw new RefusedException(RefusalCode.PURSE_UNKNOWN);
        if (state instanceof PurseState.Open(var book)) {
            if (book.balance().currency().equals(open.currency())) return;
            throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        }
        var none = Money.zero(open.currency());
        apply(new PurseOpened(open.purseId(), null, open.currency(), none, Set.of(open.riderId()), clock.instant()));
    }

    @Decides
    void handle(OpenAccount open, Clock clock) {
        if (open.limit().amountMinor() < 0) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        if (state instanceof PurseState.Open(var book)) {
            if (open.company().equals(book.company()) && open.limit().equals(book.limit())) return;
            throw new RefusedException(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        }
        apply(new PurseOpened(
                open.purseId(),
                open.company(),
                open.limit().currency(),
                open.limit(),
                open.members(),
                clock.instant()));
    }

    @Decides
    void handle(ChangeMembers change) {
        var book = state.book();
        if (book.company() == null) throw new RefusedException(RefusalCode.PURSE_UNKNOWN);
        if (!book.members().equals(change.members()))
            apply(new MembersChanged(change.purseId(), change.members(), change.operator()));
    }

    @Decides
    void handle(TopUpPurse wish, Clock clock) {
        var call = CallId.of(wish.purseId(), Calls.keyed(Calls.TOP_UP, wish.topUpKey()), 1);
        if (PurseRules.isTopUpNew(state.book(), wish, call))
            apply(new TopUpRequested(
                    wish.purseId(), wish.riderId(), call, wish.card(), wish.amount(), clock.instant()));
    }

    @Decides
    void handle(RecordTopUp record, Clock clock) {
        PurseRules.underWay(state.book(), record.callId())
                .ifPresent(topUp ->
                        apply(new PurseToppedUp(record.purseId(), record.callId(), topUp.amount(), clock.instant())));
    }

    @Decides
    void handle(RecordTopUpFailure record, Clock clock) {
        PurseRules.underWay(state.book(), record.callId())
                .ifPresent(
                        _ -> apply(new TopUpFailed(record.purseId(), record.callId(), record.why(), clock.instant())));
    }

    @Decides
    void handle(ReserveFromPurse reserve, Clock clock) {
        if (PurseRules.isReservationNew(state.book(), reserve))
            apply(new PurseReserved(
                    reserve.purseId(), reserve.riderId(), reserve.callId(), reserve.amount(), clock.instant()));
    }

    @Decides
    void handle(TakeFromPurse take, Clock clock) {
        if (!PurseRules.isTakingNew(state.book(), take)) return;
        var reserved = state.book().reserved().get(take.reservation());
        apply(new PurseTaken(take.purseId(), take.reservation(), take.callId(), take.amount(), clock.instant()));
        if (reserved != null && reserved.compareTo(take.amount()) > 0)
            apply(new PurseReleased(
                    take.purseId(), take.reservation(), reserved.minus(take.amount()), clock.instant()));
    }

    @Decides
    void handle(ReleaseToPurse release, Clock clock) {
        var reserved = state.book().reserved().get(release.reservation());
        if (reserved != null)
            apply(new PurseReleased(release.purseId(), release.reservation(), reserved, clock.instant()));
    }

    @Decides
    void handle(ReturnToPurse back, Clock clock) {
        if (PurseRules.isReturnNew(state.book(), back))
            apply(new PurseReturned(back.purseId(), back.callId(), back.amount(), clock.instant()));
    }

    @EventSourcingHandler
    void on(PurseEvent event) {
        id = event.purseId();
        state = new PurseState.Open(
                switch (event) {
                    case PurseOpened e ->
                        new PurseBook(
                                e.company(),
                                e.limit(),
                                e.members(),
                                Money.zero(e.currency()),
                                Map.of(),
                                Map.of(),
                                Set.of());
                    case MembersChanged e -> state.book().withMembers(e.members());
                    case TopUpRequested e ->
                        state.book().with(e.callId(), new PurseBook.TopUp(e.card(), e.amount(), true));
                    case PurseToppedUp e -> state.book().ended(e.callId()).receiving(e.callId(), e.amount());
                    case TopUpFailed e -> state.book().ended(e.callId());
                    case PurseReserved e -> state.book().reserving(e.callId(), e.amount());
                    case PurseTaken e -> state.book().settling(e.reservation(), e.callId(), e.amount());
                    case PurseReleased e ->
                        state.book()
                                .settling(
                                        e.reservation(),
                                        e.reservation(),
                                        Money.zero(e.amount().currency()));
                    case PurseReturned e -> state.book().receiving(e.callId(), e.amount());
                });
    }
}
