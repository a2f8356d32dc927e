package hansom.command.fare;

import static hansom.command.fare.QuoteStory.*;
import static hansom.contract.fare.FareItem.Kind.BASE;
import static hansom.contract.fare.FareItem.Kind.CAP;
import static hansom.contract.fare.FareItem.Kind.DEMAND;
import static hansom.contract.fare.FareItem.Kind.DISTANCE;
import static hansom.contract.fare.FareItem.Kind.EXTRA;
import static hansom.contract.fare.FareItem.Kind.LATE_CANCELLING;
import static hansom.contract.fare.FareItem.Kind.MINIMUM;
import static hansom.contract.fare.FareItem.Kind.NIGHT;
import static hansom.contract.fare.FareItem.Kind.NO_SHOW;
import static hansom.contract.fare.FareItem.Kind.STOPS;
import static hansom.contract.fare.FareItem.Kind.TIME;
import static hansom.contract.fare.FareItem.Kind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Distance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fares reckoned by hand, in euros: base 2.50, 1.20 a km, 0.30 a minute, at least 5.00. */
class FaresTest {
    private static final Instant NIGHT_TIME = Instant.parse("2026-11-24T23:00:00Z");

    @Test
    void listEveryItem() {
        assertThat(Reckoning.ride(
                        ECONOMY,
                        Distance.ofMetres(10_000),
                        Duration.ofMinutes(20),
                        1_500,
                        NIGHT_TIME,
                        2,
                        Set.of(Wish.PET, Wish.WHEELCHAIR)))
                .extracting(FareItem::kind, item -> item.amount().amountMinor())
                .containsExactly(
                        tuple(BASE, 250L),
                        tuple(DISTANCE, 1_200L),
                        tuple(TIME, 600L),
                        tuple(DEMAND, 1_025L),
                        tuple(NIGHT, 308L),
                        tuple(STOPS, 300L),
                        tuple(EXTRA, 150L));
    }

    @Test
    void fillUpAShortRideToTheMinimum() {
        assertThat(Reckoning.ride(ECONOMY, Distance.ofMetres(1_000), Duration.ofMinutes(2), 1_000, NOON, 0, Set.of()))
                .extracting(FareItem::kind, item -> item.amount().amountMinor())
                .containsExactly(tuple(BASE, 250L), tuple(DISTANCE, 120L), tuple(TIME, 60L), tuple(MINIMUM, 70L));
    }

    @Test
    void knowTheNightByTheTariffsClock() {
        assertThat(Reckoning.isNight(ECONOMY, Instant.parse("2026-11-24T22:59:59Z")))
                .isFalse();
        assertThat(Reckoning.isNight(ECONOMY, Instant.parse("2026-11-24T23:00:00Z")))
                .isTrue();
        assertThat(Reckoning.isNight(ECONOMY, Instant.parse("2026-11-25T04:59:59Z")))
                .isTrue();
        assertThat(Reckoning.isNight(ECONOMY, Instant.parse("2026-11-25T05:00:00Z")))
                .isFalse();
    }

    @Test
    void addPaidWaitingByTheBegunMinute() {
        assertThat(waitingCents(Duration.ofMinutes(3))).isZero();
        assertThat(waitingCents(Duration.ofMinutes(3).plusSeconds(1))).isEqualTo(30);
        assertThat(waitingCents(Duration.ofMinutes(5))).isEqualTo(60);
        assertThat(waitingCents(Duration.ofHours(5))).isEqualTo(900);
    }

    @Test
    void areReckonedAnewBeyondTheTolerance() {
        Fare shorter = fares().finalFare(quote(), Distance.ofMetres(5_000), Duration.ofMinutes(10), Duration.ZERO);
        assertThat(shorter.total()).isEqualTo(eur(250 + 600 + 300 + 150));
        Fare longer = fares().finalFare(quote(), Distance.ofMetres(11_600), Duration.ofMinutes(20), Duration.ZERO);
        assertThat(longer.total()).isEqualTo(eur(250 + 1_392 + 600 + 150));
        Fare farTooLong = fares().finalFare(quote(), Distance.ofMetres(60_000), Duration.ofMinutes(90), Duration.ZERO);
        assertThat(farTooLong.total()).isEqualTo(quote().most());
        assertThat(farTooLong.items().getLast().kind()).isEqualTo(CAP);
    }

    @Test
    void ofCancellingAndNotComingNameTheirWaiting() {
        assertThat(fares().cancellingFare(quote(), Duration.ofMinutes(5)).items())
                .extracting(FareItem::kind, item -> item.amount().amountMinor())
                .containsExactly(tuple(LATE_CANCELLING, 250L), tuple(WAITING, 60L));
        assertThat(fares().noShowFare(quote(), Duration.ofMinutes(3)).items())
                .extracting(FareItem::kind, item -> item.amount().amountMinor())
                .containsExactly(tuple(NO_SHOW, 500L));
    }

    @Test
    void ofCancellingAreNothingInTheFreeTime() {
        Instant free = NOON.plus(ECONOMY.freeCancelling());
        assertThat(fares().cancellingFareAt(quote(), null, null, free).items()).isEmpty();
        assertThat(fares().cancellingFareAt(quote(), NOON, null, free).items()).isEmpty();
        assertThat(fares().cancellingFareAt(quote(), NOON, null, free.plusMillis(1))
                        .total())
                .isEqualTo(eur(250));
        assertThat(fares().cancellingFareAt(quote(), NOON, NOON, NOON.plusSeconds(600))
                        .total())
                .isEqualTo(eur(250 + 210));
    }

    @Test
    void riseWithDemandInStepsUpToDouble() {
        assertThat(List.of(
                        surge(4, 0), surge(5, 5), surge(5, 9), surge(6, 4), surge(10, 5), surge(20, 5), surge(900, 0)))
                .containsExactly(1_000, 1_000, 1_000, 1_100, 1_200, 1_700, 2_000);
        assertThat(surge(Integer.MAX_VALUE, 0)).isEqualTo(2_000);
    }

    @Test
    void refuseToOverflowSilently() {
        assertThatThrownBy(() -> Reckoning.ride(
                        ECONOMY, Distance.ofMetres(Long.MAX_VALUE), Duration.ZERO, 1_000, NOON, 0, Set.of()))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() ->
                        fares().finalFare(quote(), Distance.ofMetres(Long.MAX_VALUE), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }

    private static int surge(int wanted, int free) {
        return Quoting.surge(new Demand(new Cell("881f1d4887fffff"), wanted, free));
    }

    private static long waitingCents(Duration waited) {
        return Reckoning.waiting(ECONOMY, waited).stream()
                .mapToLong(item -> item.amount().amountMinor())
                .sum();
    }
}
