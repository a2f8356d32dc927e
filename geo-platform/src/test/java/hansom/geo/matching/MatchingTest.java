package hansom.geo.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.LeftOut;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.geo.MatchingPlan.Reason;
import hansom.contract.geo.OpenOrder;
import hansom.contract.geo.Point;
import hansom.contract.rider.RiderClass;
import hansom.contract.shift.ShiftId;
import hansom.geo.road.Start;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.StraightRoads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final int ANNAS = 1;
    private static final int CARLAS = 2;
    private static final int BEN = 1;
    private static final int DORA = 2;

    private final List<Candidate> drivers = new ArrayList<>();

    @Test
    void givesTheShortestWayFirst() {
        free(BEN, 1_000);
        free(DORA, 6_000);
        MatchingPlan plan = plan(order(ANNAS, 5_000, RiderClass.REGULAR), order(CARLAS, 1_500, RiderClass.REGULAR));
        assertThat(plan.pairs())
                .extracting(Pair::orderId, Pair::driverId)
                .containsExactlyInAnyOrder(
                        tuple(Drivers.order(ANNAS), Drivers.driver(DORA)),
                        tuple(Drivers.order(CARLAS), Drivers.driver(BEN)));
    }

    @Test
    void letsPremiumRidersChooseFirst() {
        free(BEN, 0);
        MatchingPlan plan = plan(order(ANNAS, 100, RiderClass.REGULAR), order(CARLAS, 3_000, RiderClass.PREMIUM));
        assertThat(plan.pairs()).extracting(Pair::orderId).containsExactly(Drivers.order(CARLAS));
        assertThat(plan.leftOut())
                .containsExactly(
                        new LeftOut(Drivers.order(ANNAS), Drivers.driver(BEN), Reason.BETTER_FOR_ANOTHER_ORDER));
    }

    @Test
    void asksFartherDriversWhenTheNearestAreTaken() {
        for (int number = 1; number <= 60; number++) free(number, number * 100);
        MatchingPlan plan = plan(IntStream.rangeClosed(1, 60)
                .mapToObj(number -> order(number, 0, RiderClass.REGULAR))
                .toArray(OpenOrder[]::new));
        assertThat(plan.pairs()).hasSize(60);
    }

    @Test
    void tellsEachDriverWhyNotHe() {
        add(1, 100, Candidate.State.SIGNAL_LOST, Set.of(ProductClass.ECONOMY));
        add(2, 100, Candidate.State.PAUSED, Set.of(ProductClass.ECONOMY));
        add(3, 100, Candidate.State.ON_ORDER, Set.of(ProductClass.ECONOMY));
        add(4, 100, Candidate.State.HAS_OFFER, Set.of(ProductClass.ECONOMY));
        add(5, 100, Candidate.State.FREE, Set.of(ProductClass.VAN));
        drivers.add(new Candidate(
                ShiftId.of(Drivers.driver(6)),
                Start.at(north(100)),
                Candidate.State.FREE,
                Set.of(ProductClass.ECONOMY),
                Set.of(Wish.PET)));
        free(7, 100);
        free(8, 13_000);
        free(9, 200);
        free(10, 300);
        free(11, 16_000);
        OpenOrder order = new OpenOrder(
                Drivers.order(ANNAS),
                north(0),
                ProductClass.ECONOMY,
                Set.of(Wish.CHILD_SEAT),
                RiderClass.REGULAR,
                NOON,
                Set.of(ShiftId.of(Drivers.driver(7))));
        MatchingPlan plan = plan(order);
        assertThat(plan.pairs()).extracting(Pair::driverId).containsExactly(Drivers.driver(9));
        assertThat(plan.leftOut())
                .extracting(LeftOut::driverId, LeftOut::reason)
                .containsExactlyInAnyOrder(
                        why(1, Reason.SIGNAL_LOST),
                        why(2, Reason.PAUSED),
                        why(3, Reason.ON_ORDER),
                        why(4, Reason.HAS_OFFER),
                        why(5, Reason.WRONG_CLASS),
                        why(6, Reason.WISH_NOT_MET),
                        why(7, Reason.DECLINED_BEFORE),
                        why(8, Reason.TOO_FAR),
                        why(10, Reason.ANOTHER_IS_CLOSER));
    }

    @Test
    void doesNotReachADriverWhomNoRoadConnects() {
        free(BEN, 2_000);
        MatchingPlan plan = new Matching(this::near, new StraightRoads(point -> point.lat() > 43.71))
                .handle(new PlanMatching(List.of(order(ANNAS, 0, RiderClass.REGULAR)), NOON));
        assertThat(plan.pairs()).isEmpty();
        assertThat(plan.leftOut()).extracting(LeftOut::reason).containsExactly(Reason.UNREACHABLE);
    }

    private static Tuple why(int driver, Reason reason) {
        return tuple(Drivers.driver(driver), reason);
    }

    private MatchingPlan plan(OpenOrder... orders) {
        return new Matching(this::near, new StraightRoads()).handle(new PlanMatching(List.of(orders), NOON));
    }

    private List<Candidate> near(Point pickup, long metres) {
        return drivers.stream()
                .filter(driver -> pickup.straightTo(driver.start().point()).metres() <= metres)
                .sorted((one, other) -> pickup.straightTo(one.start().point())
                        .compareTo(pickup.straightTo(other.start().point())))
                .toList();
    }

    private void free(int number, double metresNorth) {
        add(number, metresNorth, Candidate.State.FREE, Set.of(ProductClass.ECONOMY));
    }

    private void add(int number, double metresNorth, Candidate.State state, Set<ProductClass> classes) {
        drivers.add(new Candidate(
                ShiftId.of(Drivers.driver(number)),
                Start.at(north(metresNorth)),
                state,
                classes,
                Set.of(Wish.CHILD_SEAT)));
    }

    private static OpenOrder order(int number, double metresNorth, RiderClass riderClass) {
        return new OpenOrder(
                Drivers.order(number), north(metresNorth), ProductClass.ECONOMY, Set.of(), riderClass, NOON, Set.of());
    }

    private static Point north(double metres) {
        return new Point(43.7 + metres / 111_195, 7.4);
    }
}
