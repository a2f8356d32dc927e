package hansom.command.fare;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Surge;
import hansom.contract.fare.Tariff;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Route;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the quote of one class, without its seal. */
final class Quoting {
    private static final Duration HOLDS = Duration.ofMinutes(5);
    private static final int MOST_SURGE = 2_000;
    private static final int FEWEST_WANTED = 5;

    private Quoting() {}

    static Quote quote(
            QuoteRide asked, Tariff tariff, Route route, Demand demand, @Nullable Duration pickupTime, Instant now) {
        Surge surge = new Surge(surge(demand), demand);
        Instant at = asked.pickupAt() == null ? now : asked.pickupAt();
        Fare fare = Fare.of(
                Reckoning.ride(
                        tariff,
                        route.distance(),
                        route.time(),
                        surge.permille(),
                        at,
                        asked.waypoints().size() - 2,
                        asked.wishes()),
                tariff.base().currency());
        return new Quote(
                asked.orderId(),
                asked.riderId(),
                asked.riderClass(),
                tariff.productClass(),
                asked.waypoints(),
                asked.wishes(),
                asked.pickupAt(),
                route,
                fare,
                most(fare, tariff),
                surge,
                tariff,
                pickupTime,
                now,
                now.plus(HOLDS),
                "");
    }

    private static Money most(Fare fare, Tariff tariff) {
        return fare.total()
                .permille(tariff.ceiling())
                .plus(tariff.perWaitingMinute().times(Reckoning.MOST_WAITING.toMinutes(), 1));
    }

    /**
     * In thousandths: none while there is a free driver for each order or fewer than five orders; then a quarter more for each order
     * without a driver by driver, in steps of a tenth, at most double.
     */
    static int surge(Demand demand) {
        long without = (long) demand.wanted() - demand.free();
        if (demand.wanted() < FEWEST_WANTED || without <= 0) return 1_000;
        long raised = 1_000 + 250 * without / Math.max(1, demand.free());
        return (int) Math.min(MOST_SURGE, raised / 100 * 100);
    }
}
