package hansom.contract.payout;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What has become of a payout. */
public sealed interface PayoutEvent {
    PayoutId payoutId();

    @Revision("1")
    record PayoutRequested(
            PayoutId payoutId,
            Payee payee,
            LocalDate day,
            CallId callId,
            Money amount,
            String bankToken,
            long upToEvent,
            Instant at)
            implements PayoutEvent {}

    @Revision("1")
    record PayoutPaid(PayoutId payoutId, Payee payee, Money amount, String bankRef, Instant at)
            implements PayoutEvent {}

    @Revision("1")
    record PayoutReturned(PayoutId payoutId, Payee payee, Money amount, String why, Instant at)
            implements PayoutEvent {}
}
