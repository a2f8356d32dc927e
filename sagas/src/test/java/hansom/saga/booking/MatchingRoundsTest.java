package hansom.saga.booking;

import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.CLEO;
import static hansom.saga.Rides.CLEOS_SHIFT;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.offer;
import static hansom.saga.Rides.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.id.Region;
import hansom.contract.order.OpenOrders;
import hansom.contract.order.OpenOrders.Open;
import hansom.contract.order.OrderQuery.ListOpenOrders;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftCommand.ShowOffer;
import hansom.contract.shift.ShiftId;
import hansom.saga.Buses;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingRoundsTest {
    private static final Duration COUNTDOWN = Duration.ofSeconds(15);
    private static final BookingTimes TIMES =
            new BookingTimes(Duration.ofMinutes(3), Duration.ofMinutes(15), COUNTDOWN, Duration.ofSeconds(3));

    private final Buses buses = new Buses();
    private final List<PlanMatching> asked = new ArrayList<>();
    private Instant realTime = NOW;
    private List<Open> open = List.of(open(RiderClass.REGULAR, Set.of(), Set.of()));
    private List<Pair> pairs = List.of(pair(BEN));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MatchingRounds rounds = new MatchingRounds(
            Region.LOCAL,
            TIMES,
            buses.queries(),
            buses.commands(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new OfferMemory(3, () -> realTime),
            new MatchingMeters(meters));

    @BeforeEach
    void aView() {
        buses.doing(ShowOffer.class).answering(ListOpenOrders.class, OpenOrders.class, _ -> new OpenOrders(open));
    }

    @Test
    void tellsHowLongTheFirstOfferWasWaitedForAndWhoWasLeftOut() {
        aMap();
        rounds.run();
        assertThat(meters.get("hansom.matching.open").gauge().value()).isEqualTo(1);
        assertThat(meters.get("hansom.matching.unmatched").gauge().value()).isZero();
        assertThat(meters.get("hansom.matching.rounds").timer().count()).isEqualTo(1);
        assertThat(meters.get("hansom.matching.candidates").summary().totalAmount())
                .isEqualTo(1);
        var waits = meters.get("hansom.matching.offer.wait").timer();
        assertThat(waits.count()).isEqualTo(1);

        pairs = List.of();
        realTime = realTime.plusSeconds(30);
        rounds.run();
        assertThat(meters.get("hansom.matching.unmatched").gauge().value()).isEqualTo(1);
        assertThat(waits.count()).as("an order waits for its first offer once").isEqualTo(1);

        open = List.of();
        rounds.run();
        assertThat(meters.get("hansom.matching.open").gauge().value()).isZero();
        assertThat(meters.get("hansom.matching.unmatched").gauge().value()).isZero();
    }

    @Test
    void showsTheOrderToTheDriverWhomTheMapNames() {
        aMap();
        rounds.run();
        assertThat(buses.sent())
                .containsExactly(new ShowOffer(
                        BENS_SHIFT,
                        offer(BEN, 1),
                        ORDER,
                        new OfferTerms(
                                ProductClass.ECONOMY,
                                open.getFirst().quote().waypoints(),
                                Set.of(),
                                Distance.ofMetres(900),
                                Duration.ofMinutes(3),
                                Distance.ofMetres(3_000),
                                Duration.ofMinutes(8),
                                euros(20),
                                euros(16),
                                false,
                                null),
                        COUNTDOWN));
    }

    @Test
    void doesNotTroubleTheMapWhenNothingIsOpen() {
        aMap();
        open = List.of();
        rounds.run();
        assertThat(asked).isEmpty();
    }

    @Test
    void letsOrdersWaitWhileTheMapIsGone() {
        assertThatThrownBy(rounds::run).hasCauseInstanceOf(NoHandlerForQueryException.class);
        assertThat(meters.get("hansom.matching.rounds.failed").counter().count())
                .isEqualTo(1);
        assertThat(buses.sent()).isEmpty();
        aMap();
        rounds.run();
        assertThat(buses.sent()).hasSize(1);
    }

    @Test
    void tellsTheMapWhoHasBeenAskedAndWhoSaidNo() {
        aMap();
        open = List.of(open(RiderClass.REGULAR, Set.of(BENS_SHIFT), Set.of(CLEOS_SHIFT)));
        rounds.run();
        assertThat(asked.getFirst().orders().getFirst().notTo()).containsExactlyInAnyOrder(BENS_SHIFT, CLEOS_SHIFT);
    }

    @Test
    void knowsWhomItAskedAMomentAgoBeforeTheViewDoes() {
        aMap();
        rounds.run();
        rounds.run();
        assertThat(asked.getLast().orders().getFirst().notTo()).containsExactly(BENS_SHIFT);
    }

    @Test
    void asksOneDriverAtATimeForAPremiumRider() {
        aMap();
        open = List.of(open(RiderClass.PREMIUM, Set.of(BENS_SHIFT), Set.of()));
        rounds.run();
        assertThat(asked).isEmpty();
    }

    @Test
    void asksNoSecondDriverForAPremiumRiderBeforeTheViewHasTheFirst() {
        aMap();
        open = List.of(open(RiderClass.PREMIUM, Set.of(), Set.of()));
        rounds.run();
        rounds.run();
        assertThat(asked).hasSize(1);
    }

    @Test
    void showsAPremiumOrderToOneEvenWhenTheMapNamesTwo() {
        aMap();
        open = List.of(open(RiderClass.PREMIUM, Set.of(), Set.of()));
        pairs = List.of(pair(BEN), pair(CLEO));
        rounds.run();
        assertThat(buses.sent())
                .extracting(command -> ((ShowOffer) command).shiftId())
                .containsExactly(BENS_SHIFT);
    }

    @Test
    void showsARegularOrderToSeveralAtOnce() {
        aMap();
        pairs = List.of(pair(BEN), pair(CLEO));
        rounds.run();
        assertThat(buses.sent()).hasSize(2);
    }

    @Test
    void asksTheNextDriverOnceTheFirstHasDeclined() {
        aMap();
        open = List.of(open(RiderClass.PREMIUM, Set.of(), Set.of()));
        rounds.run();
        open = List.of(open(RiderClass.PREMIUM, Set.of(), Set.of(BENS_SHIFT)));
        pairs = List.of(pair(CLEO));
        rounds.run();
        assertThat(buses.sent())
                .extracting(command -> ((ShowOffer) command).shiftId())
                .containsExactly(BENS_SHIFT, CLEOS_SHIFT);
    }

    @Test
    void neverNamesAShiftAgainThatHasAnsweredThisOffer() {
        aMap();
        buses.refusing(ShowOffer.class, RefusalCode.OFFER_ALREADY_DECLINED);
        rounds.run();
        realTime = NOW.plus(Duration.ofMinutes(2));
        rounds.run();
        assertThat(asked.getLast().orders().getFirst().notTo()).containsExactly(BENS_SHIFT);
    }

    @Test
    void asksABusyDriverAgainAfterAWhile() {
        aMap();
        buses.refusing(ShowOffer.class, RefusalCode.SHIFT_BUSY);
        rounds.run();
        rounds.run();
        assertThat(asked.getLast().orders().getFirst().notTo()).containsExactly(BENS_SHIFT);
        realTime = NOW.plusSeconds(4);
        rounds.run();
        assertThat(asked.getLast().orders().getFirst().notTo()).isEmpty();
    }

    @Test
    void asksAgainInTheNextSearch() {
        aMap();
        buses.refusing(ShowOffer.class, RefusalCode.OFFER_ALREADY_DECLINED);
        rounds.run();
        open = List.of(new Open(ORDER, quote(RiderClass.REGULAR, null), CARD, 2, NOW, Set.of(), Set.of()));
        rounds.run();
        assertThat(asked.getLast().orders().getFirst().notTo()).isEmpty();
    }

    private void aMap() {
        buses.answering(PlanMatching.class, MatchingPlan.class, question -> {
            asked.add(question);
            return new MatchingPlan(pairs, List.of(), "map-1");
        });
    }

    private static Pair pair(DriverId driver) {
        return new Pair(ORDER, driver, ShiftId.of(driver), Duration.ofMinutes(3), Distance.ofMetres(900));
    }

    private static Open open(RiderClass riderClass, Set<ShiftId> asked, Set<ShiftId> notTo) {
        return new Open(ORDER, quote(riderClass, null), CARD, 1, NOW, asked, notTo);
    }
}
