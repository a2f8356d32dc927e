package hansom.command.fare;

import static hansom.command.fare.QuoteStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Distance;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every fare, whatever the tariff, the ride and the hour. */
class FareLawsTest {

    @Property
    void isTheSumOfItsItems(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @LongRange(max = 1_000_000) long metres,
            @ForAll @LongRange(max = 100_000) long seconds,
            @ForAll @IntRange(min = 1_000, max = 2_000) int surge,
            @ForAll @IntRange(max = 24 * 60) int minuteOfDay,
            @ForAll @IntRange(max = 5) int stops,
            @ForAll Set<Wish> wishes) {
        List<FareItem> items = Reckoning.ride(
                tariff, Distance.ofMetres(metres), Duration.ofSeconds(seconds), surge, at(minuteOfDay), stops, wishes);
        long sum = items.stream().mapToLong(item -> item.amount().amountMinor()).sum();
        assertThat(total(tariff, items).amountMinor()).isEqualTo(sum);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.amount().isPositive()).isTrue();
            assertThat(item.reckoning()).isNotBlank();
        });
    }

    @Property
    void isNeverBelowTheMinimum(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @LongRange(max = 20_000) long metres,
            @ForAll @LongRange(max = 3_000) long seconds,
            @ForAll @IntRange(max = 24 * 60) int minuteOfDay) {
        assertThat(ride(tariff, metres, seconds, 1_000, minuteOfDay)).isGreaterThanOrEqualTo(tariff.minimum());
    }

    @Property
    void neverFallsWithDistanceTimeOrDemand(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @LongRange(max = 100_000) long metres,
            @ForAll @LongRange(max = 10_000) long seconds,
            @ForAll @IntRange(min = 1_000, max = 1_900) int surge,
            @ForAll @LongRange(max = 5_000) long moreMetres,
            @ForAll @LongRange(max = 900) long moreSeconds,
            @ForAll @IntRange(max = 100) int moreSurge,
            @ForAll @IntRange(max = 24 * 60) int minuteOfDay) {
        Money fare = ride(tariff, metres, seconds, surge, minuteOfDay);
        assertThat(ride(tariff, metres + moreMetres, seconds, surge, minuteOfDay))
                .isGreaterThanOrEqualTo(fare);
        assertThat(ride(tariff, metres, seconds + moreSeconds, surge, minuteOfDay))
                .isGreaterThanOrEqualTo(fare);
        assertThat(ride(tariff, metres, seconds, surge + moreSurge, minuteOfDay))
                .isGreaterThanOrEqualTo(fare);
    }

    @Property
    void isNeverAboveWhatWasToldBeforehand(
            @ForAll @LongRange(max = 1_000_000) long metres,
            @ForAll @LongRange(max = 100_000) long seconds,
            @ForAll @LongRange(max = 100_000) long waited) {
        Quote quote = quote();
        Fare fare = fares().finalFare(
                        quote, Distance.ofMetres(metres), Duration.ofSeconds(seconds), Duration.ofSeconds(waited));
        assertThat(fare.total()).isLessThanOrEqualTo(quote.most());
        assertThat(fares().cancellingFare(quote, Duration.ofSeconds(waited)).total())
                .isLessThanOrEqualTo(quote.most());
        assertThat(fares().noShowFare(quote, Duration.ofSeconds(waited)).total())
                .isLessThanOrEqualTo(quote.most());
    }

    @Property
    void staysAsQuotedWithinTheTolerance(
            @ForAll @LongRange(min = 8_500, max = 11_500) long metres,
            @ForAll @LongRange(max = 10_000) long seconds,
            @ForAll @LongRange(max = 180) long waited) {
        Fare fare = fares().finalFare(
                        quote(), Distance.ofMetres(metres), Duration.ofSeconds(seconds), Duration.ofSeconds(waited));
        assertThat(fare).isEqualTo(quote().fare());
    }

    @Property
    void isTheSameEachTime(@ForAll("tariffs") Tariff tariff, @ForAll @LongRange(max = 100_000) long metres) {
        assertThat(ride(tariff, metres, 600, 1_300, 60)).isEqualTo(ride(tariff, metres, 600, 1_300, 60));
    }

    @Provide
    Arbitrary<Tariff> tariffs() {
        return Arbitraries.of(Region.class)
                .flatMap(region -> Arbitraries.of(ProductClass.class).map(offered -> tariff(region, offered)));
    }

    private static Instant at(int minuteOfDay) {
        return Instant.parse("2026-11-24T00:00:00Z").plus(Duration.ofMinutes(minuteOfDay));
    }

    private static Money ride(Tariff tariff, long metres, long seconds, int surge, int minuteOfDay) {
        return total(
                tariff,
                Reckoning.ride(
                        tariff,
                        Distance.ofMetres(metres),
                        Duration.ofSeconds(seconds),
                        surge,
                        at(minuteOfDay),
                        0,
                        Set.of()));
    }

    private static Money total(Tariff tariff, List<FareItem> items) {
        return Fare.of(items, tariff.base().currency()).total();
    }
}
