package hansom.saga.booking;

import hansom.contract.fare.Quote;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.OpenOrder;
import hansom.contract.id.Region;
import hansom.contract.order.OpenOrders;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderQuery.ListOpenOrders;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Decides, round by round, which open order of the region is shown to which driver: the view says what is open, the map says who fits.
 * Nothing is kept that a restart would miss; while view or map do not answer, orders wait.
 */
final class MatchingRounds implements Runnable {
    private final Region region;
    private final BookingTimes times;
    private final QueryGateway queries;
    private final CommandGateway commands;
    private final Clock clock;
    private final OfferMemory memory;
    private final MatchingMeters meters;

    MatchingRounds(
            Region region,
            BookingTimes times,
            QueryGateway queries,
            CommandGateway commands,
            Clock clock,
            OfferMemory memory,
            MatchingMeters meters) {
        this.region = region;
        this.times = times;
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
        this.memory = memory;
        this.meters = meters;
    }

    @Override
    public void run() {
        try {
            round();
        } catch (RuntimeException failure) {
            meters.failed();
            throw failure;
        }
    }

    private void round() {
        long began = System.nanoTime();
        var open = ask(new ListOpenOrders(region), OpenOrders.class).orders();
        memory.keepOnly(open);
        meters.begins(open);
        var wanted = open.stream().filter(order -> memory.room(order) > 0).toList();
        if (wanted.isEmpty()) return;
        var question = new PlanMatching(wanted.stream().map(this::forMatching).toList(), clock.instant());
        var plan = ask(question, MatchingPlan.class);
        meters.planned(wanted, plan);
        Map<OrderId, List<MatchingPlan.Pair>> pairs =
                plan.pairs().stream().collect(Collectors.groupingBy(MatchingPlan.Pair::orderId));
        CompletableFuture.allOf(wanted.stream()
                        .flatMap(order -> pairs.getOrDefault(order.orderId(), List.of()).stream()
                                .limit(memory.room(order))
                                .map(pair -> show(order, pair)))
                        .toArray(CompletableFuture<?>[]::new))
                .orTimeout(times.patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
        meters.done(Duration.ofNanos(System.nanoTime() - began));
    }

    private OpenOrder forMatching(OpenOrders.Open open) {
        var quote = open.quote();
        return new OpenOrder(
                open.orderId(),
                quote.pickup().point(),
                quote.productClass(),
                quote.wishes(),
                quote.riderClass(),
                open.since(),
                memory.notTo(open));
    }

    /** A refused offer is nothing unusual: the driver may have gone, paused, or have been shown another order. */
    private CompletableFuture<?> show(OpenOrders.Open open, MatchingPlan.Pair pair) {
        var offer = OfferId.of(pair.shiftId(), open.orderId(), open.search());
        var shown = new ShowOffer(
                pair.shiftId(), offer, open.orderId(), terms(open.quote(), open.method(), pair), times.countdown());
        return commands.send(shown).handle((_, failure) -> {
            if (failure == null) {
                memory.shown(offer);
                meters.offered(open, Duration.between(open.since(), clock.instant()));
            } else memory.failed(offer, failure);
            return List.of();
        });
    }

    private static OfferTerms terms(Quote quote, PaymentMethod method, MatchingPlan.Pair pair) {
        var fare = quote.fare().total();
        return new OfferTerms(
                quote.productClass(),
                quote.waypoints(),
                quote.wishes(),
                pair.pickupDistance(),
                pair.pickupTime(),
                quote.route().distance(),
                quote.route().time(),
                fare,
                fare.minus(fare.permille(quote.tariff().commission())),
                method instanceof PaymentMethod.Cash,
                quote.pickupAt());
    }

    private <A> A ask(Object query, Class<A> answer) {
        return queries.query(query, answer)
                .orTimeout(times.patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
