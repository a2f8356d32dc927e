package hansom.contract.payment;

import org.jspecify.annotations.Nullable;

/** What may be asked about payments. */
public sealed interface PaymentQuery {
    /** Answered with an Optional {@link PaymentView}. */
    record FindPayment(PaymentId paymentId) implements PaymentQuery {}

    /** For operators, newest first; answered with {@link PaymentPage}. */
    record ListPayments(@Nullable String cursor, int limit) implements PaymentQuery {}

    /** Answered with an Optional {@link PurseView}. */
    record FindPurse(PurseId purseId) implements PaymentQuery {}

    /** The rider's wallet and the companies' accounts of which the rider is a member; answered with {@link Purses}. */
    record ListPurses(hansom.contract.rider.RiderId riderId) implements PaymentQuery {}
}
