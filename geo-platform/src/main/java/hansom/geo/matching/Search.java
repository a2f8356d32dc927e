package hansom.geo.matching;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Distance;
import hansom.contract.geo.MatchingPlan.LeftOut;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.geo.MatchingPlan.Reason;
import hansom.contract.geo.OpenOrder;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import hansom.geo.road.Travel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order's search within one round: who is in range, who of them has been asked by road, and who got it. */
final class Search {
    private final OpenOrder order;
    private final Map<DriverId, Reason> unfit = new LinkedHashMap<>();
    private final Map<DriverId, Candidate> fit = new LinkedHashMap<>();
    private final Iterator<Candidate> unasked;
    private @Nullable Pair pair;

    /** The candidates come nearest first. */
    Search(OpenOrder order, List<Candidate> inRange) {
        this.order = order;
        for (Candidate candidate : inRange)
            objection(candidate)
                    .ifPresentOrElse(
                            reason -> unfit.put(candidate.driverId(), reason),
                            () -> fit.put(candidate.driverId(), candidate));
        this.unasked = List.copyOf(fit.values()).iterator();
    }

    private Optional<Reason> objection(Candidate candidate) {
        return switch (candidate.state()) {
            case SIGNAL_LOST -> Optional.of(Reason.SIGNAL_LOST);
            case PAUSED -> Optional.of(Reason.PAUSED);
            case ON_ORDER -> Optional.of(Reason.ON_ORDER);
            case HAS_OFFER -> Optional.of(Reason.HAS_OFFER);
            case FREE -> {
                if (!candidate.classes().contains(order.productClass())) yield Optional.of(Reason.WRONG_CLASS);
                if (!candidate.equipment().containsAll(order.wishes())) yield Optional.of(Reason.WISH_NOT_MET);
                if (order.notTo().contains(candidate.shiftId())) yield Optional.of(Reason.DECLINED_BEFORE);
                yield Optional.empty();
            }
        };
    }

    OpenOrder order() {
        return order;
    }

    /** Without a driver, and with some who have not been asked. */
    boolean goesOn() {
        return pair == null && unasked.hasNext();
    }

    boolean isMatched() {
        return pair != null;
    }

    Optional<Pair> pair() {
        return Optional.ofNullable(pair);
    }

    void take(Way way, Roads roads) {
        Start from = way.candidate().start();
        Distance distance = roads.between(
                        from, order.pickup(), order.productClass().vehicle())
                .map(Travel::distance)
                .orElseGet(() -> from.point().straightTo(order.pickup()));
        pair = new Pair(
                order.orderId(), way.candidate().driverId(), way.candidate().shiftId(), way.time(), distance);
    }

    /** The ways of the next nearest who are not taken; those who are too far by road are left out for good. */
    List<Way> askNext(Roads roads, Collection<DriverId> taken) {
        List<Candidate> asked = new ArrayList<>();
        while (unasked.hasNext() && asked.size() < Limits.SHORT_LIST) {
            Candidate next = unasked.next();
            if (!taken.contains(next.driverId())) asked.add(next);
        }
        if (asked.isEmpty()) return List.of();
        List<Start> starts = asked.stream().map(Candidate::start).toList();
        List<Optional<Duration>> times =
                roads.times(order.pickup(), starts, order.productClass().vehicle());
        List<Way> ways = new ArrayList<>();
        for (int each = 0; each < asked.size(); each++) {
            Candidate candidate = asked.get(each);
            Duration time = times.get(each).orElse(null);
            if (time == null) unfit.put(candidate.driverId(), Reason.UNREACHABLE);
            else if (time.compareTo(Limits.LONGEST_PICKUP) > 0) unfit.put(candidate.driverId(), Reason.TOO_FAR);
            else ways.add(new Way(this, candidate, time));
        }
        return ways;
    }

    /** One reason for each in range who was not given the order. */
    List<LeftOut> leftOut(Set<DriverId> taken) {
        List<LeftOut> all = new ArrayList<>();
        DriverId chosen = pair == null ? null : pair.driverId();
        unfit.forEach((driver, reason) -> all.add(new LeftOut(order.orderId(), driver, reason)));
        for (DriverId driver : fit.keySet())
            if (!unfit.containsKey(driver) && !driver.equals(chosen))
                all.add(new LeftOut(
                        order.orderId(),
                        driver,
                        taken.contains(driver) ? Reason.BETTER_FOR_ANOTHER_ORDER : Reason.ANOTHER_IS_CLOSER));
        return all;
    }

    /** How long one driver would take to one pick-up. */
    record Way(Search search, Candidate candidate, Duration time) {}
}
