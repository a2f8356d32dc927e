package hansom.contract.fare;

import hansom.contract.money.Money;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * A price list, carried whole by each quote so that the price can be recomputed for ever. All money is in one currency. {@code night} is
 * in thousandths on top between two local times; {@code commission} is what the platform keeps of the fare, in thousandths; {@code
 * tolerance} is how far, in thousandths, a ride may differ from the quoted route before the final fare is reckoned anew; {@code ceiling}
 * bounds that final fare, in thousandths of the quoted one, waiting apart.
 */
public record Tariff(
        TariffId id,
        ProductClass productClass,
        Money base,
        Money perKm,
        Money perMinute,
        Money minimum,
        int night,
        LocalTime nightFrom,
        LocalTime nightTo,
        ZoneId zone,
        Map<Wish, Money> extras,
        Duration freeWaiting,
        Money perWaitingMinute,
        Money stop,
        Duration freeCancelling,
        Money lateCancelling,
        Money noShow,
        int commission,
        int tolerance,
        int ceiling) {
    public Tariff {
        extras = Map.copyOf(extras);
    }
}
