package hansom.saga.payout;

import hansom.contract.money.Money;

/** From which amount on a balance is sent; less waits for the next day. */
record PayoutTerms(long leastMinor) {

    boolean isEnough(Money owed) {
        return owed.isPositive() && owed.amountMinor() >= leastMinor;
    }
}
