package hansom.command.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in a purse: its balance, what is set apart, the top-ups under way and the calls that are settled; {@code company} is null for a wallet. */
record PurseBook(
        @Nullable String company,
        Money limit,
        Set<RiderId> members,
        Money balance,
        Map<CallId, Money> reserved,
        Map<CallId, TopUp> topUps,
        Set<CallId> settled) {

    /** Money that a card shall bring. */
    record TopUp(PaymentMethod.Card card, Money amount, boolean underWay) {}

    PurseBook {
        members = Set.copyOf(members);
        reserved = Map.copyOf(reserved);
        topUps = Map.copyOf(topUps);
        settled = Set.copyOf(settled);
    }

    /** What may still be spent, credit included. */
    Money free() {
        return reserved.values().stream().reduce(balance.plus(limit), Money::minus);
    }

    PurseBook withMembers(Set<RiderId> others) {
        return new PurseBook(company, limit, others, balance, reserved, topUps, settled);
    }

    PurseBook reserving(CallId call, Money amount) {
        var all = new HashMap<>(reserved);
        all.put(call, amount);
        return new PurseBook(company, limit, members, balance, all, topUps, settled);
    }

    /** A reservation is over, and so much of it (or nothing) has left the purse. */
    PurseBook settling(CallId reservation, CallId call, Money taken) {
        var rest = new HashMap<>(reserved);
        rest.remove(reservation);
        return new PurseBook(
                company, limit, members, balance.minus(taken), rest, topUps, settledWith(reservation, call));
    }

    PurseBook receiving(CallId call, Money amount) {
        return new PurseBook(company, limit, members, balance.plus(amount), reserved, topUps, settledWith(call, call));
    }

    PurseBook with(CallId call, TopUp topUp) {
        var all = new HashMap<>(topUps);
        all.put(call, topUp);
        return new PurseBook(company, limit, members, balance, reserved, all, settled);
    }

    PurseBook ended(CallId topUp) {
        var known = topUps.get(topUp);
        return known == null ? this : with(topUp, new TopUp(known.card(), known.amount(), false));
    }

    private Set<CallId> settledWith(CallId one, CallId other) {
        var all = new HashSet<>(settled);
        all.add(one);
        all.add(other);
        return all;
    }
}
