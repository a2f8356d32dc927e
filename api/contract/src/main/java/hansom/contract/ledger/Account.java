package hansom.contract.ledger;

/**
 * One account of the book: what kind it is and whose. Kinds with one owner use the owner {@code hansom}. Credit balances (what Hansom owes)
 * are negative, debit balances (what is owed to it, or held) positive.
 */
public record Account(Kind kind, String owner) {
    public static Account of(Kind kind) {
        return new Account(kind, "hansom");
    }

    /** What an account is for. */
    public enum Kind {
        /** Owed to Hansom by a rider for a ride until it is paid. */
        RIDER_RECEIVABLE,
        /** Held at the payment provider. */
        PROVIDER,
        /** Owed to a driver (may turn positive when cash commission is owed by him). */
        DRIVER_PAYABLE,
        /** Owed to a fleet. */
        FLEET_PAYABLE,
        /** Put into wallets and company accounts by riders. */
        PURSE,
        /** The platform's commission. */
        COMMISSION,
        /** On its way through the bank to a driver or fleet. */
        PAYOUT_TRANSIT,
        /** Has left through the bank. */
        BANK,
        /** Given back out of the platform's own pocket, and what banks took back. */
        LOSSES
    }
}
