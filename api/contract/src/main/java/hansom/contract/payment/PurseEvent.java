package hansom.contract.payment;

import hansom.contract.money.Money;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What has become of a purse. */
public sealed interface PurseEvent {
    PurseId purseId();

    /** {@code company} is null for a wallet; {@code limit} is how far the balance may fall below zero. */
    @Revision("1")
    record PurseOpened(
            PurseId purseId, @Nullable String company, Currency currency, Money limit, Set<RiderId> members, Instant at)
            implements PurseEvent {
        public PurseOpened {
            members = Set.copyOf(members);
        }
    }

    @Revision("1")
    record MembersChanged(PurseId purseId, Set<RiderId> members, String operator) implements PurseEvent {
        public MembersChanged {
            members = Set.copyOf(members);
        }
    }

    @Revision("1")
    record TopUpRequested(
            PurseId purseId, RiderId riderId, CallId callId, PaymentMethod.Card card, Money amount, Instant at)
            implements PurseEvent {}

    @Revision("1")
    record PurseToppedUp(PurseId purseId, CallId callId, Money amount, Instant at) implements PurseEvent {}

    @Revision("1")
    record TopUpFailed(PurseId purseId, CallId callId, String why, Instant at) implements PurseEvent {}

    @Revision("1")
    record PurseReserved(PurseId purseId, RiderId riderId, CallId callId, Money amount, Instant at)
            implements PurseEvent {}

    @Revision("1")
    record PurseTaken(PurseId purseId, CallId reservation, CallId callId, Money amount, Instant at)
            implements PurseEvent {}

    @Revision("1")
    record PurseReleased(PurseId purseId, CallId reservation, Money amount, Instant at) implements PurseEvent {}

    @Revision("1")
    record PurseReturned(PurseId purseId, CallId callId, Money amount, Instant at) implements PurseEvent {}
}
