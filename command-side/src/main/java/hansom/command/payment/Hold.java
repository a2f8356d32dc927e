package hansom.command.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.PaymentMethod;

/**
 * One reservation of a payment and what became of it. {@code part} is how much of it is to be taken or was taken; one that is not
 * {@code wanted} is given back as soon as it is known to be held.
 */
record Hold(
        int number, PaymentMethod method, Money amount, String providerRef, Stage stage, boolean wanted, Money part) {

    /** Where the reserved money is; {@code STUCK} when the provider refused for good to take it or to give it back. */
    enum Stage {
        ASKED,
        CONFIRMING,
        DECLINED,
        HELD,
        TAKING,
        TAKEN,
        GIVING_BACK,
        GIVEN_BACK,
        STUCK
    }

    static Hold asked(int number, PaymentMethod method, Money amount) {
        return new Hold(number, method, amount, "", Stage.ASKED, true, Money.zero(amount.currency()));
    }

    boolean isPending() {
        return stage == Stage.ASKED || stage == Stage.CONFIRMING;
    }

    boolean isHeld() {
        return stage == Stage.HELD;
    }

    /** Whether it is settled on the spot, because nobody outside need be asked. */
    boolean isSettledAtOnce() {
        return settledAtOnce(method, amount);
    }

    static boolean settledAtOnce(PaymentMethod method, Money amount) {
        return method instanceof PaymentMethod.Cash || amount.isZero();
    }

    Hold at(Stage next) {
        return new Hold(number, method, amount, providerRef, next, wanted, part);
    }

    Hold held(String ref) {
        return new Hold(number, method, amount, ref, Stage.HELD, wanted, part);
    }

    Hold unwanted() {
        return new Hold(number, method, amount, providerRef, stage, false, part);
    }

    Hold takes(Money taken, Stage next) {
        return new Hold(number, method, amount, providerRef, next, wanted, taken);
    }
}
