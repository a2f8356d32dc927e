package hansom.contract.payout;

import org.jspecify.annotations.Nullable;

/** What may be asked about payouts. */
public sealed interface PayoutQuery {
    /** Answered with an Optional {@link PayoutView}. */
    record FindPayout(PayoutId payoutId) implements PayoutQuery {}

    /** A payee's payouts, newest first; answered with {@link PayoutPage}. */
    record ListPayoutsOf(String payee, @Nullable String cursor, int limit) implements PayoutQuery {}
}
