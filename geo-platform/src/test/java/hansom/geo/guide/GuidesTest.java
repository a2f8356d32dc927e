package hansom.geo.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.Guidance.Reason;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.road.Paces;
import hansom.geo.road.Polyline;
import hansom.geo.road.Pursuit;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Start;
import hansom.geo.road.Whereabouts;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A driver is sent another way when there is a reason, and only then. */
class GuidesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);

    private final AtomicReference<List<List<Point>>> closed = new AtomicReference<>(List.of());
    private final HandClock clock = new HandClock(NOON);
    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), closed::get);
    private final Pursuit pursuit = network.pursuit();
    private final List<Reason> chosen = new ArrayList<>();
    private final Guides guides = new Guides(RoadConfiguration.planner(network)::courses, chosen::add, clock);
    private @Nullable Whereabouts whereabouts;
    private DriverPosition position = Drivers.at(BEN, Monaco.FONTVIEILLE, NOON);

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void keepsToAWayWhileItIsFollowed() {
        Guidance begun = guide(null);
        assertThat(begun.reason()).isEqualTo(Reason.BEGUN);
        Guidance before = begun;
        for (Point point : line(begun)) {
            report(point);
            Guidance now = guide(begun.number());
            assertThat(now.number()).isEqualTo(begun.number());
            assertThat(now.route()).as("it is known already").isNull();
            assertThat(now.distance().metres())
                    .isLessThanOrEqualTo(before.distance().metres());
            before = now;
        }
        assertThat(before.distance().metres()).isLessThan(30);
        assertThat(before.time()).isLessThan(Duration.ofSeconds(10));
        assertThat(chosen).containsExactly(Reason.BEGUN);
    }

    /** Its time, too, is that of the fastest way as long as it is the fastest. */
    @Test
    void tellsTheSameTimeAsARouteFromThere() {
        Guidance begun = guide(null);
        Route route = route(begun);
        assertThat(route.time())
                .isEqualTo(Duration.ofSeconds(Math.round(begun.time().toMillis() / 1000.0)));
        assertThat(route.distance()).isEqualTo(begun.distance());
        assertThat(route.map()).isEqualTo(begun.map());
    }

    @Test
    void leadsAroundWhatIsClosedAheadAtOnceAndDoesNotMindWhatLiesBehind() {
        Guidance begun = guide(null);
        List<Point> line = line(begun);
        line.subList(0, line.size() / 3).forEach(this::report);
        guide(begun.number());
        close(line.get(2));
        assertThat(guide(begun.number()).number()).isEqualTo(begun.number());
        Point ahead = line.get(line.size() * 2 / 3);
        close(ahead);
        Guidance other = guide(begun.number());
        assertThat(other.reason()).isEqualTo(Reason.CLOSED_AHEAD);
        assertThat(other.number()).isGreaterThan(begun.number());
        assertThat(line(other)).noneMatch(point -> point.straightTo(ahead).metres() < 15);
    }

    @Test
    void refusesWhenAllWaysAreClosedAndGoesOnWhenOneOpens() {
        Guidance begun = guide(null);
        closed.set(List.of(square(Monaco.CASINO, 0.0015)));
        network.publish();
        assertThatThrownBy(() -> guide(begun.number())).isInstanceOf(QueryExecutionException.class);
        closed.set(List.of());
        network.publish();
        assertThat(guide(begun.number()).number()).isEqualTo(begun.number());
    }

    /** One report beside the way may be the phone's error. */
    @Test
    void beginsAnewForWhoHasLeftTheWayInTwoReports() {
        Guidance begun = guide(null);
        List<Point> line = line(begun);
        line.subList(0, line.size() / 3).forEach(this::report);
        guide(begun.number());
        whereabouts = null;
        report(Monaco.LARVOTTO);
        assertThat(guide(begun.number()).number()).isEqualTo(begun.number());
        assertThat(guide(begun.number()).number())
                .as("asked again, not reported")
                .isEqualTo(begun.number());
        report(Monaco.LARVOTTO);
        Guidance other = guide(begun.number());
        assertThat(other.reason()).isEqualTo(Reason.OFF_ROUTE);
        assertThat(other.number()).isGreaterThan(begun.number());
        assertThat(route(other).polyline()).isNotEqualTo(route(begun).polyline());
    }

    @Test
    void changesForAMuchFasterWayButNotAtOnceAgain() {
        Guidance begun = guide(null);
        Set<Integer> jam = stretches(begun);
        jam(jam, 8);
        Guidance slow = guide(begun.number());
        assertThat(slow.number()).as("within a minute it stays").isEqualTo(begun.number());
        assertThat(slow.time()).isGreaterThan(begun.time());
        clock.forward(Duration.ofSeconds(61));
        Guidance other = guide(begun.number());
        assertThat(other.reason()).isEqualTo(Reason.FASTER);
        assertThat(other.time()).isLessThan(slow.time().minusSeconds(60));
        jam(Set.of(), 1);
        assertThat(guide(other.number()).number()).isEqualTo(other.number());
    }

    @Test
    void staysWhereAnotherWayWouldSaveLittle() {
        Guidance begun = guide(null);
        Set<Integer> slower = stretches(begun);
        clock.forward(Duration.ofSeconds(61));
        jam(slower, 1.1f);
        assertThat(guide(begun.number()).number()).isEqualTo(begun.number());
        assertThat(chosen).containsExactly(Reason.BEGUN);
    }

    @Test
    void beginsAnewForAnotherPlace() {
        Guidance begun = guide(null);
        Guidance other = guides.guide(
                new GuideDriver(BEN, List.of(Monaco.HARBOUR, Monaco.CASINO), VehicleType.CAR, "en", true, null),
                position,
                start());
        assertThat(other.reason()).isEqualTo(Reason.BEGUN);
        assertThat(other.number()).isGreaterThan(begun.number());
        assertThat(route(other).legs()).hasSize(2);
        assertThat(route(other).steps()).isNotEmpty();
    }

    private Guidance guide(@Nullable Long known) {
        return guides.guide(
                new GuideDriver(BEN, List.of(Monaco.CASINO), VehicleType.CAR, "en", false, known), position, start());
    }

    private Start start() {
        return new Start(position.point(), whereabouts);
    }

    private static Route route(Guidance guidance) {
        return Objects.requireNonNull(guidance.route());
    }

    /** A point each forty metres or so. */
    private static List<Point> line(Guidance guidance) {
        List<Point> all = Polyline.decode(route(guidance).polyline());
        List<Point> points = new ArrayList<>(List.of(all.getFirst()));
        for (int i = 0; i + 1 < all.size(); i++) {
            double metres = all.get(i).straightTo(all.get(i + 1)).metres();
            for (double at = 40; at < metres; at += 40)
                points.add(new Point(
                        all.get(i).lat() + (all.get(i + 1).lat() - all.get(i).lat()) * at / metres,
                        all.get(i).lng() + (all.get(i + 1).lng() - all.get(i).lng()) * at / metres));
            points.add(all.get(i + 1));
        }
        return points;
    }

    private void report(Point point) {
        clock.forward(Duration.ofSeconds(4));
        position = Drivers.at(BEN, point, clock.instant());
        whereabouts = pursuit.next(whereabouts, position, VehicleType.CAR).orElse(null);
    }

    private Set<Integer> stretches(Guidance guidance) {
        Set<Integer> keys = new HashSet<>();
        Whereabouts at = null;
        Instant when = NOON;
        for (Point point : line(guidance)) {
            when = when.plusSeconds(4);
            at = pursuit.next(at, Drivers.at(BEN, point, when), VehicleType.CAR).orElseThrow();
            keys.add(at.place().key());
            keys.addAll(at.driven());
        }
        return keys;
    }

    private void close(Point around) {
        closed.set(List.of(square(around, 0.0001)));
        network.publish();
    }

    private void jam(Set<Integer> keys, float slower) {
        float[] slowness = new float[network.stretches().keys()];
        for (int key = 0; key < slowness.length; key++) slowness[key] = keys.contains(key) ? slower : 1;
        Paces paces = Paces.of(slowness, slowness);
        network.heed(() -> paces);
    }

    private static List<Point> square(Point middle, double degrees) {
        return List.of(
                new Point(middle.lat() - degrees, middle.lng() - degrees),
                new Point(middle.lat() - degrees, middle.lng() + degrees),
                new Point(middle.lat() + degrees, middle.lng() + degrees),
                new Point(middle.lat() + degrees, middle.lng() - degrees));
    }
}
