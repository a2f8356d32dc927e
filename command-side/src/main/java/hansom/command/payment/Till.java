package hansom.command.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that is known of the money of one order: its reservations by number, its refunds and tips, and what the rider's bank took back. */
record Till(
        PaymentId paymentId,
        RiderId riderId,
        PaymentMethod method,
        Currency currency,
        List<Hold> holds,
        List<Extra> extras,
        Set<String> chargebacks) {

    Till {
        holds = List.copyOf(holds);
        extras = List.copyOf(extras);
        chargebacks = Set.copyOf(chargebacks);
    }

    static Till opened(PaymentId payment, RiderId rider, PaymentMethod method, Currency currency) {
        return new Till(payment, rider, method, currency, List.of(), List.of(), Set.of());
    }

    /** Another reservation; one by another method replaces those that are still pending. */
    Till asking(Hold hold) {
        var replaces = !hold.method().equals(method);
        var all = new ArrayList<>(replaces ? refusingPending().holds : holds);
        all.add(hold);
        return new Till(paymentId, riderId, hold.method(), currency, all, extras, chargebacks);
    }

    /** What is pending now is no longer wanted. */
    Till refusingPending() {
        return withHolds(hold -> hold.isPending() ? hold.unwanted() : hold);
    }

    Till with(int number, UnaryOperator<Hold> change) {
        return withHolds(hold -> hold.number() == number ? change.apply(hold) : hold);
    }

    private Till withHolds(UnaryOperator<Hold> change) {
        return new Till(
                paymentId, riderId, method, currency, holds.stream().map(change).toList(), extras, chargebacks);
    }

    Till with(Extra extra) {
        var all = new ArrayList<>(extras);
        all.removeIf(known -> known.callId().equals(extra.callId()));
        all.add(extra);
        return new Till(paymentId, riderId, method, currency, holds, all, chargebacks);
    }

    Till chargedBack(String providerRef) {
        var all = new HashSet<>(chargebacks);
        all.add(providerRef);
        return new Till(paymentId, riderId, method, currency, holds, extras, all);
    }

    CallId call(String purpose, int number) {
        return CallId.of(paymentId, purpose, number);
    }

    /** The reservation that a call is about, if it is one of this payment and of this purpose. */
    Optional<Hold> hold(CallId callId, String purpose) {
        return holds.stream()
                .filter(hold -> call(purpose, hold.number()).equals(callId))
                .findFirst();
    }

    Hold hold(int number) {
        return holds.get(number - 1);
    }

    int holdOf(String providerRef) {
        return holds.stream()
                .filter(hold -> hold.providerRef().equals(providerRef))
                .mapToInt(Hold::number)
                .findFirst()
                .orElse(0);
    }

    Optional<Extra> extra(CallId callId) {
        return extras.stream().filter(extra -> extra.callId().equals(callId)).findFirst();
    }

    Stream<Extra> extras(String purpose) {
        return extras.stream().filter(extra -> Calls.purpose(extra.callId()).equals(purpose));
    }

    List<Hold> wanted(Predicate<Hold> which) {
        return holds.stream().filter(Hold::wanted).filter(which).toList();
    }

    /** All that is reserved now. */
    Money held() {
        return sum(holds.stream().filter(Hold::isHeld).map(Hold::amount));
    }

    Money captured() {
        return sum(holds.stream().filter(Till::isTaken).map(Hold::part));
    }

    Money tipped() {
        return sum(
                extras(Calls.TIP).filter(tip -> tip.stage() == Extra.Stage.DONE).map(Extra::amount));
    }

    /** How much of what a reservation brought may still be given back. */
    Money refundable(Hold hold) {
        if (!isTaken(hold)) return zero();
        return hold.part()
                .minus(sum(extras.stream()
                        .filter(extra -> extra.hold() == hold.number() && extra.isAlive())
                        .map(Extra::amount)));
    }

    Money sum(Stream<Money> amounts) {
        return amounts.reduce(zero(), Money::plus);
    }

    Money zero() {
        return Money.zero(currency);
    }

    private static boolean isTaken(Hold hold) {
        return hold.stage() == Hold.Stage.TAKEN;
    }
}
