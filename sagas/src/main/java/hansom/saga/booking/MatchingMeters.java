package hansom.saga.booking;

import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.Reason;
import hansom.contract.order.OpenOrders.Open;
import hansom.contract.order.OrderId;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How matching does: what the last round found open, whom it left out and why, how long rounds take and people wait for the first offer. */
final class MatchingMeters {
    private final AtomicInteger open;
    private final AtomicInteger unmatched;
    private final Timer rounds;
    private final Counter failed;
    private final Timer waits;
    private final DistributionSummary candidates;
    private final Map<Reason, AtomicInteger> leftOut = new EnumMap<>(Reason.class);
    private final Set<Search> offered = ConcurrentHashMap.newKeySet();

    private record Search(OrderId order, int number) {}

    MatchingMeters(MeterRegistry meters) {
        open = gauge(meters, "hansom.matching.open", "orders that looked for a driver in the last round", "");
        unmatched = gauge(meters, "hansom.matching.unmatched", "orders for which the last round found no driver", "");
        for (Reason reason : Reason.values())
            leftOut.put(
                    reason,
                    gauge(
                            meters,
                            "hansom.matching.left.out",
                            "drivers in range whom the last round left out, by why",
                            reason.name().toLowerCase(Locale.ROOT)));
        rounds = Meters.timer("hansom.matching.rounds", "rounds of matching that had something to do")
                .register(meters);
        failed = Counter.builder("hansom.matching.rounds.failed")
                .description("rounds in which the view or the map did not answer in time")
                .register(meters);
        waits = Meters.timer("hansom.matching.offer.wait", "from the begin of a search to its first offer")
                .register(meters);
        candidates = DistributionSummary.builder("hansom.matching.candidates")
                .description("drivers in range of an order, at each round that looked for it")
                .register(meters);
    }

    private static AtomicInteger gauge(MeterRegistry meters, String name, String meaning, String reason) {
        var value = new AtomicInteger();
        var gauge = Gauge.builder(name, value, AtomicInteger::get)
                .description(meaning)
                .strongReference(true);
        if (!reason.isEmpty()) gauge.tag("reason", reason);
        gauge.register(meters);
        return value;
    }

    /** A round begins with these; what was known of others is forgotten. */
    void begins(List<Open> orders) {
        open.set(orders.size());
        offered.retainAll(orders.stream().map(MatchingMeters::search).collect(Collectors.toSet()));
        if (!orders.isEmpty()) return;
        unmatched.set(0);
        leftOut.values().forEach(count -> count.set(0));
    }

    void planned(List<Open> wanted, MatchingPlan plan) {
        var matched = new HashSet<OrderId>();
        plan.pairs().forEach(pair -> matched.add(pair.orderId()));
        unmatched.set((int) wanted.stream()
                .filter(order -> !matched.contains(order.orderId()))
                .count());
        Map<OrderId, Long> left = plan.leftOut().stream()
                .collect(Collectors.groupingBy(MatchingPlan.LeftOut::orderId, Collectors.counting()));
        Map<OrderId, Long> paired =
                plan.pairs().stream().collect(Collectors.groupingBy(MatchingPlan.Pair::orderId, Collectors.counting()));
        for (var order : wanted)
            candidates.record(
                    left.getOrDefault(order.orderId(), 0L) + (double) paired.getOrDefault(order.orderId(), 0L));
        Map<Reason, Long> why = plan.leftOut().stream()
                .collect(Collectors.groupingBy(MatchingPlan.LeftOut::reason, Collectors.counting()));
        leftOut.forEach(
                (reason, count) -> count.set(why.getOrDefault(reason, 0L).intValue()));
    }

    /** An offer was shown; only the first of a search ends a wait. */
    void offered(Open order, Duration waited) {
        if (!order.asked().isEmpty() || !order.notTo().isEmpty()) return;
        if (offered.add(search(order))) waits.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    /** A round that had something to do. */
    void done(Duration took) {
        rounds.record(took);
    }

    void failed() {
        failed.increment();
    }

    private static Search search(Open order) {
        return new Search(order.orderId(), order.search());
    }
}
