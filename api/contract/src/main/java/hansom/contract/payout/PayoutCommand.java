package hansom.contract.payout;

import hansom.contract.SagaOnly;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a payout. */
public sealed interface PayoutCommand {
    @TargetAggregateIdentifier
    PayoutId payoutId();

    /** Send this much; {@code upToEvent} is the position in the event store up to which the balance was reckoned. */
    @SagaOnly
    record RequestPayout(PayoutId payoutId, Payee payee, LocalDate day, Money amount, String bankToken, long upToEvent)
            implements PayoutCommand {}

    @SagaOnly
    record RecordPayoutPaid(PayoutId payoutId, CallId callId, String bankRef) implements PayoutCommand {}

    /** The bank sends it back or refuses it for good; the amount returns to the balance. */
    @SagaOnly
    record RecordPayoutReturned(PayoutId payoutId, CallId callId, String why) implements PayoutCommand {}
}
