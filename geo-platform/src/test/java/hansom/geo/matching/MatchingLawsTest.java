package hansom.geo.matching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What holds of every round, whatever the city looks like. */
class MatchingLawsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final StraightRoads ROADS = new StraightRoads(point -> point.lng() > 7.62);

    /** A city of an hour. */
    record City(List<Candidate> drivers, List<OpenOrder> orders) {
        List<Candidate> near(Point pickup, long metres) {
            return drivers.stream()
                    .filter(driver -> pickup.straightTo(driver.start().point()).metres() <= metres)
                    .sorted((one, other) -> pickup.straightTo(one.start().point())
                            .compareTo(pickup.straightTo(other.start().point())))
                    .toList();
        }

        MatchingPlan matched() {
            return new Matching(this::near, ROADS).handle(new PlanMatching(orders, NOON));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noDriverAndNoOrderIsMatchedTwice(@ForAll("cities") City city) {
        List<Pair> pairs = city.matched().pairs();
        assertThat(pairs).extracting(Pair::driverId).doesNotHaveDuplicates();
        assertThat(pairs).extracting(Pair::orderId).doesNotHaveDuplicates();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyDriverInRangeHasTheOrderOrExactlyOneReason(@ForAll("cities") City city) {
        MatchingPlan plan = city.matched();
        for (OpenOrder order : city.orders()) {
            List<DriverId> told = Stream.concat(
                            plan.pairs().stream()
                                    .filter(pair -> pair.orderId().equals(order.orderId()))
                                    .map(Pair::driverId),
                            plan.leftOut().stream()
                                    .filter(left -> left.orderId().equals(order.orderId()))
                                    .map(LeftOut::driverId))
                    .toList();
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(city.near(order.pickup(), Limits.RANGE_METRES).stream()
                            .map(Candidate::driverId)
                            .toList());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void onlyAFittingDriverWhoCanComeIsMatched(@ForAll("cities") City city) {
        Map<DriverId, Candidate> drivers =
                city.drivers().stream().collect(Collectors.toMap(Candidate::driverId, driver -> driver));
        Map<Object, OpenOrder> orders =
                city.orders().stream().collect(Collectors.toMap(OpenOrder::orderId, order -> order));
        for (Pair pair : city.matched().pairs()) {
            OpenOrder order = requireNonNull(orders.get(pair.orderId()));
            assertThat(suits(requireNonNull(drivers.get(pair.driverId())), order))
                    .isTrue();
            assertThat(pair.pickupTime()).isLessThanOrEqualTo(Limits.LONGEST_PICKUP);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noFittingDriverIsIdleWhileAnOrderIsOpen(@ForAll("cities") City city) {
        MatchingPlan plan = city.matched();
        Set<DriverId> busy = plan.pairs().stream().map(Pair::driverId).collect(Collectors.toSet());
        Set<Object> matched = plan.pairs().stream().map(Pair::orderId).collect(Collectors.toSet());
        for (OpenOrder order : city.orders())
            if (!matched.contains(order.orderId()))
                assertThat(city.drivers())
                        .noneMatch(driver -> !busy.contains(driver.driverId()) && suits(driver, order));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void reasonsTellTheTruth(@ForAll("cities") City city) {
        MatchingPlan plan = city.matched();
        Set<DriverId> busy = plan.pairs().stream().map(Pair::driverId).collect(Collectors.toSet());
        Set<Object> matched = plan.pairs().stream().map(Pair::orderId).collect(Collectors.toSet());
        for (LeftOut left : plan.leftOut()) {
            if (left.reason() == Reason.ANOTHER_IS_CLOSER) assertThat(matched).contains(left.orderId());
            if (left.reason() == Reason.BETTER_FOR_ANOTHER_ORDER)
                assertThat(busy).contains(left.driverId());
        }
    }

    private static boolean suits(Candidate driver, OpenOrder order) {
        return driver.state() == Candidate.State.FREE
                && driver.classes().contains(order.productClass())
                && driver.equipment().containsAll(order.wishes())
                && !order.notTo().contains(driver.shiftId())
                && order.pickup().straightTo(driver.start().point()).metres() <= Limits.RANGE_METRES
                && ROADS.between(
                                driver.start(),
                                order.pickup(),
                                order.productClass().vehicle())
                        .filter(travel -> travel.time().compareTo(Limits.LONGEST_PICKUP) <= 0)
                        .isPresent();
    }

    @Provide
    Arbitrary<City> cities() {
        return Combinators.combine(
                        drivers().list().ofMaxSize(120).withSizeDistribution(RandomDistribution.uniform()),
                        orders().list().ofMaxSize(60).withSizeDistribution(RandomDistribution.uniform()))
                .as((drivers, orders) -> new City(numbered(drivers), numberedOrders(orders)));
    }

    private static Arbitrary<Candidate> drivers() {
        return Combinators.combine(
                        points(),
                        Arbitraries.frequency(
                                Tuple.of(12, Candidate.State.FREE),
                                Tuple.of(1, Candidate.State.SIGNAL_LOST),
                                Tuple.of(1, Candidate.State.PAUSED),
                                Tuple.of(1, Candidate.State.ON_ORDER),
                                Tuple.of(1, Candidate.State.HAS_OFFER)),
                        Arbitraries.frequency(
                                Tuple.of(3, Set.of(ProductClass.ECONOMY, ProductClass.COMFORT)),
                                Tuple.of(1, Set.of(ProductClass.COMFORT))),
                        Arbitraries.frequency(Tuple.of(3, Set.of(Wish.values())), Tuple.of(1, Set.of(Wish.PET))))
                .as((point, state, classes, equipment) ->
                        new Candidate(ShiftId.of(Drivers.driver(0)), Start.at(point), state, classes, equipment));
    }

    private static Arbitrary<OpenOrder> orders() {
        return Combinators.combine(
                        points(),
                        Arbitraries.of(ProductClass.ECONOMY, ProductClass.COMFORT),
                        Arbitraries.of(Wish.class).set().ofMaxSize(1),
                        Arbitraries.of(RiderClass.class),
                        Arbitraries.integers()
                                .between(0, 70)
                                .map(MatchingLawsTest::shift)
                                .set()
                                .ofMaxSize(5))
                .as((point, wanted, wishes, rider, notTo) ->
                        new OpenOrder(Drivers.order(0), point, wanted, wishes, rider, NOON, notTo));
    }

    /** Some twenty kilometres across, its eastern edge without roads. */
    private static Arbitrary<Point> points() {
        return Combinators.combine(
                        Arbitraries.doubles().between(43.6, 43.8),
                        Arbitraries.doubles().between(7.4, 7.65))
                .as(Point::new);
    }

    private static List<Candidate> numbered(List<Candidate> drivers) {
        List<Candidate> all = new ArrayList<>();
        for (Candidate driver : drivers)
            all.add(new Candidate(
                    shift(all.size()), driver.start(), driver.state(), driver.classes(), driver.equipment()));
        return all;
    }

    private static List<OpenOrder> numberedOrders(List<OpenOrder> orders) {
        List<OpenOrder> all = new ArrayList<>();
        for (OpenOrder order : orders)
            all.add(new OpenOrder(
                    Drivers.order(all.size()),
                    order.pickup(),
                    order.productClass(),
                    order.wishes(),
                    order.riderClass(),
                    NOON.minusSeconds(all.size()),
                    new HashSet<>(order.notTo())));
        return all;
    }

    private static ShiftId shift(int number) {
        return ShiftId.of(Drivers.driver(number));
    }
}
