package hansom.command.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;

/** A refund or tip and how it stands; {@code hold} is the reservation from which a refund's money was taken, 0 for a tip. */
record Extra(CallId callId, int hold, Money amount, Stage stage) {

    /** Whether the provider has answered. */
    enum Stage {
        ASKED,
        DONE,
        FAILED
    }

    boolean isAlive() {
        return stage != Stage.FAILED;
    }

    Extra at(Stage next) {
        return new Extra(callId, hold, amount, next);
    }
}
