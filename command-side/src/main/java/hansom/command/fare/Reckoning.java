package hansom.command.fare;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.FareItem.Kind;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Distance;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How a fare is made of its items. Base, distance and time, at least the minimum; demand and night in thousandths of that; then stops and
 * wishes. Each item is rounded once, half up, to the minor unit of the currency; nothing is rounded again.
 */
final class Reckoning {
    /** Waiting beyond this is no longer charged. */
    static final Duration MOST_WAITING = Duration.ofMinutes(30);

    private final Tariff tariff;
    private final List<FareItem> items = new ArrayList<>();

    private Reckoning(Tariff tariff) {
        this.tariff = tariff;
    }

    /** The fare of a ride of this length and time, without waiting. */
    static List<FareItem> ride(
            Tariff tariff,
            Distance distance,
            Duration time,
            int surge,
            Instant at,
            int stops,
            Collection<Wish> wishes) {
        Reckoning fare = new Reckoning(tariff);
        Money way = fare.way(distance, time);
        fare.share(Kind.DEMAND, way, surge - 1_000, "demand");
        if (isNight(tariff, at)) fare.share(Kind.NIGHT, way, tariff.night(), "night");
        fare.add(Kind.STOPS, tariff.stop().times(stops, 1), "%d × %s".formatted(stops, tariff.stop()));
        wishes.stream().sorted().forEach(fare::wish);
        return List.copyOf(fare.items);
    }

    private Money way(Distance distance, Duration time) {
        add(Kind.BASE, tariff.base(), "base");
        add(
                Kind.DISTANCE,
                tariff.perKm().times(distance.metres(), 1_000),
                String.format(Locale.ROOT, "%.3f km × %s", distance.metres() / 1_000.0, tariff.perKm()));
        add(
                Kind.TIME,
                tariff.perMinute().times(time.toSeconds(), 60),
                "%d:%02d min × %s".formatted(time.toMinutes(), time.toSecondsPart(), tariff.perMinute()));
        Money way = sum();
        if (way.compareTo(tariff.minimum()) >= 0) return way;
        add(Kind.MINIMUM, tariff.minimum().minus(way), "up to at least " + tariff.minimum());
        return tariff.minimum();
    }

    private void wish(Wish wish) {
        Money extra = tariff.extras().get(wish);
        if (extra != null) add(Kind.EXTRA, extra, wish.name().toLowerCase(Locale.ROOT));
    }

    private void share(Kind kind, Money of, int permille, String word) {
        if (permille != 0) add(kind, of.permille(permille), "%s: %+d ‰ of %s".formatted(word, permille, of));
    }

    private void add(Kind kind, Money amount, String reckoning) {
        if (!amount.isZero()) items.add(new FareItem(kind, amount, reckoning));
    }

    private Money sum() {
        return Fare.of(items, tariff.base().currency()).total();
    }

    static boolean isNight(Tariff tariff, Instant at) {
        LocalTime local = at.atZone(tariff.zone()).toLocalTime();
        boolean overMidnight = tariff.nightFrom().isAfter(tariff.nightTo());
        boolean after = !local.isBefore(tariff.nightFrom());
        boolean before = local.isBefore(tariff.nightTo());
        return overMidnight ? after || before : after && before;
    }

    /** What waiting costs beyond the free time, each begun minute, up to {@link #MOST_WAITING}; none when nothing. */
    static List<FareItem> waiting(Tariff tariff, Duration waited) {
        Duration paid = waited.minus(tariff.freeWaiting());
        if (paid.isNegative() || paid.isZero()) return List.of();
        long minutes = Math.ceilDiv(Math.min(paid.toSeconds(), MOST_WAITING.toSeconds()), 60L);
        Money amount = tariff.perWaitingMinute().times(minutes, 1);
        return amount.isZero()
                ? List.of()
                : List.of(new FareItem(
                        Kind.WAITING,
                        amount,
                        "%d min after %d free × %s"
                                .formatted(minutes, tariff.freeWaiting().toMinutes(), tariff.perWaitingMinute())));
    }

    /** The items as a fare, with a last item that takes off what is above the most. */
    static Fare capped(List<FareItem> items, Money most) {
        Fare fare = Fare.of(items, most.currency());
        if (fare.total().compareTo(most) <= 0) return fare;
        List<FareItem> all = new ArrayList<>(items);
        all.add(new FareItem(Kind.CAP, most.minus(fare.total()), "never above the promised " + most));
        return Fare.of(all, most.currency());
    }
}
