package hansom.contract.payment;

import hansom.contract.SagaOnly;
import hansom.contract.money.Money;
import hansom.contract.rider.RiderId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a purse: a rider's wallet (no credit), or a company's account (credit up to a limit, members). */
public sealed interface PurseCommand {
    @TargetAggregateIdentifier
    PurseId purseId();

    /** Opens a rider's wallet; the id follows from the rider's. */
    record OpenWallet(PurseId purseId, RiderId riderId, java.util.Currency currency) implements PurseCommand {}

    /** Sent by an operator. */
    record OpenAccount(PurseId purseId, String company, Money limit, Set<RiderId> members, String operator)
            implements PurseCommand {
        public OpenAccount {
            members = Set.copyOf(members);
        }
    }

    /** Sent by an operator. */
    record ChangeMembers(PurseId purseId, Set<RiderId> members, String operator) implements PurseCommand {
        public ChangeMembers {
            members = Set.copyOf(members);
        }
    }

    /** Money is put in, charged to a card; {@code topUpKey} makes a repeat the same top-up. */
    record TopUpPurse(PurseId purseId, RiderId riderId, String topUpKey, PaymentMethod.Card card, Money amount)
            implements PurseCommand {}

    @SagaOnly
    record RecordTopUp(PurseId purseId, CallId callId) implements PurseCommand {}

    @SagaOnly
    record RecordTopUpFailure(PurseId purseId, CallId callId, String why) implements PurseCommand {}

    /** Sets money apart for a payment; refused funds_insufficient. */
    @SagaOnly
    record ReserveFromPurse(PurseId purseId, RiderId riderId, CallId callId, Money amount) implements PurseCommand {}

    /** Takes part or all of a reservation; the rest is free again. */
    @SagaOnly
    record TakeFromPurse(PurseId purseId, CallId reservation, CallId callId, Money amount) implements PurseCommand {}

    @SagaOnly
    record ReleaseToPurse(PurseId purseId, CallId reservation) implements PurseCommand {}

    /** Gives back money that was taken. */
    @SagaOnly
    record ReturnToPurse(PurseId purseId, CallId callId, Money amount) implements PurseCommand {}
}
