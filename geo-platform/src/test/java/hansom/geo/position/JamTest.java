package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.engines.objects.ObjectFolder;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import hansom.geo.traffic.SegmentSpeeds;
import hansom.geo.traffic.TrafficConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the positions of drivers say about the traffic: a jam is told, believed the more the more tell it, remembered over a restart and forgotten in time. */
class JamTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final double METRES_A_DEGREE = 111_195;
    private static final int REPORT_SECONDS = 5;

    private final HandClock clock = new HandClock(NOON);
    private final HandClock real = new HandClock(NOON);
    private int faster = 1;
    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), List::of);
    private final RoutePlanner planner = RoadConfiguration.planner(network);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private final Random random = new Random(4);
    private final Route free = route(Monaco.FONTVIEILLE, Monaco.CASINO);
    private final double freely = seconds();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void makesTheWayLongerForAWhileAndOverARestart() {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        drive(follower, 1, free, 1.5);
        network.publish();
        double afterOne = seconds();
        for (int driver = 2; driver <= 5; driver++) drive(follower, driver, free, 1.5);
        network.publish();
        double jammed = seconds();
        assertThat(afterOne).as("one alone may err").isLessThan(jammed * 0.8);
        assertThat(jammed).isGreaterThan(freely * 2.0);
        assertThat(sameWay().map()).isNotEqualTo(free.map());

        ObjectFolder objects = new ObjectFolder(folder);
        TrafficConfiguration.archive(objects, Region.LOCAL, speeds).close();
        SegmentSpeeds again = speeds();
        assertThat(seconds()).as("before it is remembered").isCloseTo(freely, within(1.0));
        try (var archive = TrafficConfiguration.archive(objects, Region.LOCAL, again)) {
            archive.start();
            network.publish();
            assertThat(seconds()).isCloseTo(jammed, within(jammed * 0.01));
        }

        clock.forward(Duration.ofHours(2));
        network.publish();
        assertThat(seconds())
                .as("of a jam of one day little is expected of others")
                .isLessThan(freely * 1.35);
    }

    @Test
    void isAvoidedAndThenForgotten() {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        Route before = route(Monaco.STATION, Monaco.CASINO);
        List<Point> line = Polyline.decode(before.polyline());
        Point jammed = line.get(line.size() / 2);
        List<Point> slowly = slowInTheMiddle(before);
        for (int driver = 1; driver <= 6; driver++) drive(follower, driver, slowly);
        network.publish();
        Route around = route(Monaco.STATION, Monaco.CASINO);
        assertThat(leadsBy(around, jammed)).isFalse();
        assertThat(around.time()).isGreaterThan(before.time());

        int minutes = 0;
        while (!leadsBy(route(Monaco.STATION, Monaco.CASINO), jammed) && minutes < 120) {
            clock.forward(Duration.ofMinutes(1));
            minutes++;
            network.publish();
        }
        assertThat(minutes).as("minutes until it is forgotten").isBetween(5, 60);
    }

    /** At the pace of the roads, but for a fifth of the way that is driven at less than a metre a second. */
    private static List<Point> slowInTheMiddle(Route route) {
        List<Point> fine = along(route, 4);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < fine.size(); i++) {
            boolean middle = Math.abs(i - fine.size() / 2) < fine.size() / 10;
            if (middle || i % 10 == 0) points.add(fine.get(i));
        }
        return points;
    }

    private static boolean leadsBy(Route route, Point point) {
        return along(route, 5).stream()
                .anyMatch(other -> other.straightTo(point).metres() < 15);
    }

    @Test
    void isNoJamAndNoneTheLessWhenTheClockRunsFaster() {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        for (int driver = 1; driver <= 5; driver++) drive(follower, driver, free, 3);
        network.publish();
        double atOurPace = seconds();
        assertThat(atOurPace).isGreaterThan(freely * 1.3);

        faster = 4;
        clock.forward(Duration.ofHours(1));
        SegmentSpeeds others = speeds();
        RoadFollower next = follower(others);
        for (int driver = 11; driver <= 15; driver++) drive(next, driver, free, 3);
        network.publish();
        assertThat(seconds()).isCloseTo(atOurPace, within(atOurPace * 0.15));
    }

    @Test
    void doesNotTakeForAJamWhatTheTripExplains() {
        double explained = afterHalts(true);
        assertThat(explained).isLessThan(freely * 1.2);
        assertThat(afterHalts(false))
                .as("who stands for no reason is in a queue")
                .isGreaterThan(explained * 1.05);
    }

    /** Five drive at the same time, at the pace of the roads, and halt half way for some minutes. */
    private double afterHalts(boolean forRiders) {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        List<Point> line = along(free, 8 * REPORT_SECONDS);
        int half = line.size() / 2;
        Instant begun = clock.instant();
        for (int driver = 1; driver <= 5; driver++) {
            forward(Duration.between(clock.instant(), begun));
            begin(driver);
            report(follower, driver, line.subList(0, half + 1));
            if (forRiders)
                shifts.on(new DriverArrived(
                        Drivers.order(driver), Drivers.driver(driver), clock.instant(), clock.instant()));
            for (int i = 0; i < 40; i++) report(follower, driver, List.of(line.get(half)));
            report(follower, driver, line.subList(half, line.size()));
        }
        network.publish();
        return seconds();
    }

    private SegmentSpeeds speeds() {
        SegmentSpeeds speeds = new SegmentSpeeds(network.stretches(), clock);
        network.heed(speeds);
        return speeds;
    }

    private RoadFollower follower(SegmentSpeeds speeds) {
        return new RoadFollower(board, shifts, () -> network, real, clock, (_, passage) -> speeds.learn(passage));
    }

    private Route route(Point... points) {
        return planner.plan(new PlanRoute(List.of(points), VehicleType.CAR, "en", false));
    }

    /** Of the way that was the fastest, whichever is so now: it leads through five of its points. */
    private Route sameWay() {
        List<Point> line = along(free, 10);
        Point[] points = new Point[7];
        for (int i = 0; i < points.length; i++) points[i] = line.get(i * (line.size() - 1) / (points.length - 1));
        return route(points);
    }

    private double seconds() {
        return sameWay().time().toSeconds();
    }

    /** With a rider all the way, at so many metres a second, while others drive at the same time. */
    private void drive(RoadFollower follower, int driver, Route route, double speed) {
        drive(follower, driver, along(route, speed * REPORT_SECONDS));
    }

    private void drive(RoadFollower follower, int driver, List<Point> line) {
        begin(driver);
        if (driver > 1) forward(Duration.ofSeconds(-(long) line.size() * REPORT_SECONDS));
        report(follower, driver, line);
    }

    private void forward(Duration business) {
        clock.forward(business);
        real.forward(business.dividedBy(faster));
    }

    private void begin(int driver) {
        DriverId id = Drivers.driver(driver);
        shifts.on(Events.opened(id, NOON));
        shifts.on(Events.accepted(OfferId.of(ShiftId.of(id), Drivers.order(driver), 1)));
    }

    private void report(RoadFollower follower, int driver, List<Point> line) {
        for (Point point : line) {
            forward(Duration.ofSeconds(REPORT_SECONDS));
            board.put(new Fix(
                    new DriverPosition(Drivers.driver(driver), noisy(point), real.instant(), null, null),
                    real.instant()));
            follower.turn();
        }
    }

    private Point noisy(Point point) {
        return new Point(
                point.lat() + random.nextGaussian() * 3 / METRES_A_DEGREE,
                point.lng() + random.nextGaussian() * 3 / METRES_A_DEGREE / 0.72);
    }

    private static List<Point> along(Route route, double apart) {
        List<Point> line = Polyline.decode(route.polyline());
        List<Point> points = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            double east = (to.lng() - from.lng()) * Math.cos(Math.toRadians(from.lat()));
            double length = Math.hypot(to.lat() - from.lat(), east) * METRES_A_DEGREE;
            for (; offset < length; offset += apart)
                points.add(new Point(
                        from.lat() + (to.lat() - from.lat()) * offset / length,
                        from.lng() + (to.lng() - from.lng()) * offset / length));
            offset -= length;
        }
        return points;
    }
}
